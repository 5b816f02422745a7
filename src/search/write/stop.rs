//! Words that say nothing of a dataset: a query with other words does not ask for them. Articles, prepositions, the
//! words that questions begin with and the like, of French and English, without accents.

/// The words, parted by blanks.
pub(crate) const STOP: &str = "a an and are as at au aux avec be by ce ces cette combien comment d dans de des du \
elle en entre est et for from had has have how il in is it its l la le les leur leurs many of on or ou par pas pour \
qu que quel quelle quelles quels qui s sa se ses son sont sous sur that the their these this to un une vers what \
when where which with";
