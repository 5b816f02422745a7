//! The start page of a snapshot: a page outside the site, in the site's clothes.

use super::Renderer;
use super::views::StartView;
use crate::theme::ThemeError;

impl Renderer<'_> {
    /// The paths of the style sheets of the site.
    pub fn styles(&self) -> impl Iterator<Item = String> {
        self.assets().into_iter().filter(|(name, _)| name.ends_with(".css")).map(|(_, path)| path)
    }

    /// Makes the start page of a snapshot.
    ///
    /// # Errors
    /// Fails when its template does: a fault of the theme.
    pub fn start_page(&self, view: &StartView) -> Result<String, ThemeError> {
        let mut context = tera::Context::new();
        context.insert("start", view);
        self.theme.render("start.html", &context)
    }
}
