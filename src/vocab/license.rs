#[derive(Debug, PartialEq, Eq)]
pub struct License {
    pub id: &'static str,
    pub slug: &'static str,
}
pub struct Match {
    pub license: &'static License,
}
impl License {
    pub fn find(_: &str) -> Option<Match> {
        None
    }
}
