//! The page where a dataset is proposed (`propose` in `propose.html`).

use super::LinkView;
use serde::Serialize;

/// A form that ends in a descriptor.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProposeView {
    /// What the page is for.
    pub lead: String,
    /// Whether the page has its script; without it there is no form.
    pub script: bool,
    /// Keys of a dataset in the order in which they are written.
    pub keys: String,
    /// Slugs that datasets have already; empty when there are too many.
    pub slugs: String,
    /// What letters of other alphabets become in a slug.
    pub folds: String,
    /// The language that texts say; empty in the first language of the site, which need not be said.
    pub language: String,
    /// First line of the descriptor: where editors find its schema; may be empty.
    pub modeline: String,
    /// Fields that most datasets have.
    pub first: Vec<FieldView>,
    /// The others.
    pub more: Vec<FieldView>,
    /// Known formats.
    pub formats: Vec<ChoiceView>,
    /// The forge, where the settings name one.
    pub forge: Option<NewFileView>,
    /// Where descriptors are kept, in words.
    pub r#where: String,
    /// A small descriptor.
    pub example: String,
    /// Ways to send a descriptor that was written by hand.
    pub links: Vec<LinkView>,
}

/// A field of the form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FieldView {
    /// Its key in the descriptor.
    pub key: &'static str,
    /// Its id, unique in the page.
    pub id: String,
    /// Ids of what describes it.
    pub described: String,
    /// Its name among the elements of the form.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// What to write.
    pub hint: String,
    /// How it is shown: `line`, `area`, `select`, `checks`, `group`, `items`.
    pub widget: &'static str,
    /// What it holds: `text`, `scalar`, `words`, `zones`, `date`, `url`, `email`, `count`.
    pub shape: &'static str,
    /// Type of the input element.
    pub kind: &'static str,
    /// It must be filled in.
    pub required: bool,
    /// The word that says so.
    pub needed: String,
    /// Most characters.
    pub max: Option<usize>,
    /// Rows of an area.
    pub rows: usize,
    /// It proposes the known formats.
    pub formats: bool,
    /// What can be chosen.
    pub options: Vec<ChoiceView>,
    /// Fields inside.
    pub parts: Vec<FieldView>,
    /// Fields inside, in a part that opens.
    pub folded: Vec<FieldView>,
    /// Words of that part.
    pub more: String,
    /// Keys of which one must be filled in when any is.
    pub one_of: String,
    /// What one item is called.
    pub item: String,
    /// Words that add an item.
    pub add: String,
    /// Words that remove an item.
    pub remove: String,
    /// A first item is there from the beginning.
    pub begins: bool,
}

/// Something to choose.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChoiceView {
    /// What is written.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// The forge's page of a new file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NewFileView {
    /// Its address, without a question.
    pub href: String,
    /// Words of the link.
    pub label: String,
    /// Folder of the catalogue in the repository, with a final slash; may be empty.
    pub folder: String,
    /// Name of the parameter that has the path.
    pub name: &'static str,
    /// Name of the parameter that has the text; empty where the forge takes none.
    pub content: &'static str,
}
