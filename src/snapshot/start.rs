//! The start page: what a snapshot is, when it was made, from what, and how to verify it.

use super::{Heading, LICENSES, MANIFEST, REMOTE, SITE, SOURCE, SUMS};
use crate::evidence;
use crate::i18n::Messages;
use crate::render::Renderer;
use crate::render::views::{LinkView, StartFactView, StartFileView, StartPartView, StartSectionView, StartView};
use crate::site::{PageKey, Site};
use crate::theme::{Theme, ThemeError};

/// Digits of a commit that are shown.
const COMMIT_DIGITS: usize = 12;

/// Makes the start page.
///
/// # Errors
/// When its template fails: a fault of the theme.
pub fn start_page(
    heading: &Heading,
    site: &Site,
    theme: &Theme,
    renderer: &Renderer<'_>,
) -> Result<String, ThemeError> {
    let payload = heading.payload();
    let sections: Vec<StartSectionView> = (0..site.config.languages.len())
        .map(|language| {
            let messages = theme.messages(&site.config.languages[language]);
            Section { heading, site, payload, language, messages: &messages }.view()
        })
        .collect();
    let title = site.config.title_in(site.config.language());
    renderer.start_page(&StartView {
        lang: site.config.language().to_owned(),
        title: format!("{title} – {}", heading.now),
        heading: title.to_owned(),
        languages: sections.iter().map(|section| section.language.as_str()).collect::<Vec<_>>().join(", "),
        styles: renderer.styles().map(|path| format!("{payload}{SITE}/{path}")).collect(),
        sections,
    })
}

/// What a section is made from.
struct Section<'a> {
    heading: &'a Heading,
    site: &'a Site,
    payload: &'static str,
    language: usize,
    messages: &'a Messages,
}

impl Section<'_> {
    fn view(&self) -> StartSectionView {
        let (heading, messages) = (self.heading, self.messages);
        let title = self.site.config.title_in(messages.language()).to_owned();
        let date = messages.date(&heading.now.to_string());
        let mut view = StartSectionView {
            lang: messages.language().to_owned(),
            language: messages.text("language.name").to_owned(),
            lead: messages.fill("start.lead", &[("site", &title), ("date", &date)]),
            open: self.page(&PageKey::Home, "start.open"),
            search: self.site.config.search.then(|| self.page(&PageKey::Search, "start.search")),
            drafts: if heading.drafts { messages.text("start.drafts").to_owned() } else { String::new() },
            facts: self.facts(&date),
            verify: self.part("start.verify", "start.verify_text"),
            commands: self.commands(),
            inside: self.part("start.inside", "start.inside_text"),
            files: self.files(),
            restore: self.part("start.restore", "start.restore_text"),
            restore_command: format!("etal snapshot restore {} my-catalogue", heading.folder),
            heading: messages.fill("start.heading", &[("date", &date)]),
            ..StartSectionView::default()
        };
        if !heading.licenses.is_empty() {
            view.licenses = Some(self.part("start.licenses", "start.licenses_text"));
            view.license_list = self.licenses();
        }
        if !heading.remote.is_empty() {
            view.remote = Some(StartPartView { heading: messages.text("start.remote").to_owned(), text: self.held() });
            view.remote_list = self.remote();
        }
        view
    }

    fn part(&self, heading: &str, text: &str) -> StartPartView {
        let say = |key: &str| self.messages.text(key).to_owned();
        StartPartView { heading: say(heading), text: say(text) }
    }

    fn page(&self, key: &PageKey, label: &str) -> LinkView {
        let href = format!("{}{SITE}/{}", self.payload, self.site.page_path(self.language, key));
        LinkView { href, label: self.messages.text(label).to_owned(), lang: None }
    }

    fn facts(&self, date: &str) -> Vec<StartFactView> {
        let (heading, messages) = (self.heading, self.messages);
        let fact =
            |key: &str, value: String, code: bool| StartFactView { name: messages.text(key).to_owned(), value, code };
        let mut facts = vec![fact("start.date", date.to_owned(), false)];
        if let Some(commit) = &heading.commit {
            let commit: String = commit.chars().take(COMMIT_DIGITS).collect();
            let changed = if heading.clean == Some(false) { messages.text("start.unclean") } else { "" };
            facts.push(fact("start.commit", format!("{commit} {changed}").trim_end().to_owned(), true));
        }
        if let Some(address) = &heading.base_url {
            facts.push(fact("start.address", address.clone(), false));
        }
        let quality = &heading.quality;
        let number = |count: usize| messages.number(count as u64);
        facts.push(fact("start.datasets", number(quality.datasets), false));
        facts.push(fact("start.resources", number(quality.resources), false));
        if quality.hosted_files > 0 {
            let size = messages.size(quality.hosted_bytes);
            facts.push(fact("start.hosted", format!("{} ({size})", number(quality.hosted_files)), false));
        }
        facts.push(fact("start.made_with", format!("etal {}", heading.etal), false));
        facts
    }

    fn commands(&self) -> Vec<StartFactView> {
        let command =
            |name: &str, value: String| StartFactView { name: self.messages.text(name).to_owned(), value, code: true };
        vec![
            command("start.on_linux", format!("sha256sum --quiet -c {SUMS}")),
            command("start.on_macos", format!("shasum -a 256 --quiet -c {SUMS}")),
            command(
                "start.on_windows",
                format!(
                    "Get-Content {SUMS} -Encoding utf8 | ForEach-Object {{ $d, $f = $_ -split '  ', 2; \
                     if ((Get-FileHash -LiteralPath $f -Algorithm SHA256).Hash -ne $d) {{ $f }} }}"
                ),
            ),
            command("start.with_etal", format!("etal snapshot verify {}", self.heading.folder)),
        ]
    }

    fn files(&self) -> Vec<StartFileView> {
        let (payload, messages) = (self.payload, self.messages);
        let file = |name: String, href: Option<String>, text: &str| StartFileView {
            name,
            href,
            text: messages.text(text).to_owned(),
        };
        let home = self.page(&PageKey::Home, "start.open").href;
        let plain = |name: &str, text: &str| {
            let path = format!("{payload}{name}");
            file(path.clone(), (!name.ends_with('/')).then_some(path), text)
        };
        let mut files = vec![
            file(format!("{payload}{SITE}/"), Some(home), "start.site"),
            plain(&format!("{SOURCE}/"), "start.source"),
        ];
        if self.heading.licenses.iter().any(|license| license.path.is_some()) {
            files.push(plain(&format!("{LICENSES}/"), "start.license_texts"));
        }
        if self.heading.remote.iter().any(|remote| remote.path.is_some()) {
            files.push(plain(&format!("{REMOTE}/"), "start.remote_files"));
        }
        files.push(plain(evidence::NAME, "start.evidence"));
        files.push(file(MANIFEST.to_owned(), Some(MANIFEST.to_owned()), "start.manifest"));
        files.push(file(SUMS.to_owned(), Some(SUMS.to_owned()), "start.sums"));
        files
    }

    fn licenses(&self) -> Vec<StartFileView> {
        let line = |license: &super::LicenseText| StartFileView {
            name: license.title.clone(),
            href: license.path.clone().or_else(|| license.url.clone().filter(|url| is_web(url))),
            text: self.messages.count("start.of_datasets", license.datasets as u64),
        };
        self.heading.licenses.iter().map(line).collect()
    }

    fn held(&self) -> String {
        let remote = &self.heading.remote;
        let held = remote.iter().filter(|one| one.path.is_some()).count();
        let [held, all] = [held, remote.len()].map(|count| self.messages.number(count as u64));
        self.messages.fill("start.remote_text", &[("held", &held), ("all", &all)])
    }

    fn remote(&self) -> Vec<StartFileView> {
        let line = |one: &super::Remote| StartFileView {
            name: if one.title.is_empty() { one.url.clone() } else { one.title.clone() },
            href: one.path.clone(),
            text: match &one.size {
                Some(size) => format!("({}, {})", one.dataset, self.messages.size(*size)),
                None => format!("({}) {}", one.dataset, self.messages.text("start.not_held")),
            },
        };
        self.heading.remote.iter().map(line).collect()
    }
}

/// A descriptor may name anything as the address of a licence.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
