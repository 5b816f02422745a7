//! Which addresses are asked: public ones. A descriptor must not send a request into the network that it is read in.
//!
//! What a name leads to is judged where it is looked up, and only what passed is dialled: no answer that comes later,
//! to another question, can lead elsewhere.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up and lets public addresses through alone.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) names: DefaultResolver,
    /// Whether addresses of private networks are asked too.
    pub(super) private: bool,
    /// The proxy of the environment, which may well be in a private network.
    pub(super) proxy: Option<String>,
}

/// That a host leads to no public address.
#[derive(Debug, thiserror::Error)]
#[error("no public address: {0}")]
pub(super) struct Refused(pub(super) String);

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout).map_err(|error| match error {
            // The words of the system differ from one to the next.
            Error::Io(_) => Error::HostNotFound,
            error => error,
        })?;
        let is_proxy = self.proxy.is_some() && self.proxy.as_deref() == uri.authority().map(|host| host.as_str());
        if self.private || is_proxy {
            return Ok(found);
        }
        let mut public = self.empty();
        found.iter().filter(|address| is_public(address.ip())).for_each(|address| public.push(*address));
        match found.first() {
            Some(first) if public.is_empty() => Err(Error::Other(Box::new(Refused(first.ip().to_string())))),
            _ => Ok(public),
        }
    }
}

/// Whether an address is one of the public internet (the registries of special addresses of IANA).
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        // This host and network; private ones; this machine; the link, with what clouds tell their machines.
        [0 | 10 | 127, ..] | [169, 254, ..] | [172, 16..=31, ..] | [192, 168, ..]
        // Behind the translation of a provider; assignments of the IETF; measurements.
        | [100, 64..=127, ..] | [192, 0, 0, _] | [192, 88, 99, _] | [198, 18..=19, ..]
        // Examples; multicast, reserved, broadcast.
        | [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] | [224..=255, ..]
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        // What a translating network makes of an IPv4 address.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
            is_public_v4(Ipv4Addr::new(a, b, c, d))
        }
        // Assignments of the IETF, Teredo among them; examples; 6to4, which has an IPv4 address inside.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // All else of the global space; neither this machine, nor IPv4 written as IPv6, the link, local networks, groups.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(expected: bool, addresses: &[&str]) {
        for text in addresses {
            assert_eq!(is_public(text.parse().expect("an address")), expected, "{text}");
        }
    }

    #[test]
    fn public_addresses_pass() {
        case(
            true,
            &["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "126.255.255.255", "128.0.0.1"],
        );
        case(
            true,
            &["100.63.255.255", "100.128.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0"],
        );
        case(true, &["192.0.1.0", "192.0.3.0", "192.88.98.0", "192.167.255.255", "192.169.0.0", "198.17.255.255"]);
        case(true, &["198.20.0.0", "198.51.99.0", "203.0.112.0", "203.0.114.0", "223.255.255.255"]);
        case(true, &["2001:200::1", "2001:4860:4860::8888", "2606:4700::1111", "2a00:1450::1", "3ffe::1"]);
        case(true, &["64:ff9b::8.8.8.8"]);
    }

    #[test]
    fn addresses_of_machines_and_private_networks_do_not() {
        case(false, &["127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "255.255.255.255"]);
        case(false, &["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255"]);
        case(false, &["169.254.0.1", "169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200"]);
        case(false, &["100.127.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1"]);
        case(false, &["198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7"]);
        case(false, &["224.0.0.1", "239.255.255.255", "240.0.0.1", "254.1.2.3"]);
    }

    #[test]
    fn nor_do_those_of_ipv6_and_what_hides_ipv4_in_it() {
        case(false, &["::", "::1", "::2", "::127.0.0.1", "::8.8.8.8", "100::1", "5f00::1", "4000::1"]);
        case(false, &["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:8.8.8.8"]);
        case(false, &["fe80::1", "febf::1", "fec0::1", "fc00::1", "fd00:ec2::254", "fdff::1", "ff02::1", "ff0e::1"]);
        case(
            false,
            &["2001::1", "2001:10::1", "2001:1ff::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "3fff::1"],
        );
        case(false, &["64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1"]);
    }
}
