//! Addresses of electronic mail.

/// Whether mail can be sent there: one `@`, signs that mail servers take, a domain with a dot.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_sign = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let dotted = |part: &str| !part.is_empty() && part.split('.').all(|piece| !piece.is_empty());
    let domain_sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    let right_local = dotted(local) && local.chars().all(local_sign);
    let right_domain = dotted(domain) && domain.contains('.') && domain.chars().all(domain_sign);
    right_local && right_domain && domain.rsplit('.').next().is_some_and(|last| last.chars().count() > 1)
}

/// The address as `mailto:` has it (RFC 6068); none for what is no address. Schemas of data portals refuse
/// percent-encoded ones, so those that would need it are none either.
pub fn mailto(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    (is_email(text) && !text.contains(['#', '%', '/', '?', '^', '`', '{', '|', '}'])).then(|| format!("mailto:{text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_can_be_written_to_are_told() {
        for good in ["a@b.fr", "marché+x@ville.example", "o'neil@x-y.co.uk"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "a@@b.fr", "a b@c.fr", "a@b..fr", ".a@b.fr", "a@b.f", "https://b.fr/@a"] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn mailto_is_made_of_plain_addresses_only() {
        assert_eq!(mailto(" a@b.fr "), Some(String::from("mailto:a@b.fr")));
        assert_eq!(mailto("mailto:a@b.fr"), Some(String::from("mailto:a@b.fr")));
        assert_eq!(mailto("a?subject=x@b.fr"), None);
        assert_eq!(mailto("the parks department"), None);
    }
}
