//! Certificates, made: an authority that can speak for the given names alone, and what it signs.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use jiff::{Span, ToSpan, civil::Date};
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CidrSubnet, DistinguishedName, DnType, Error,
    ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    NameConstraints, SanType, date_time_ymd,
};

/// What a certificate is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Names.
    pub dns: Vec<String>,
    /// Addresses.
    pub ips: Vec<IpAddr>,
}

impl Names {
    /// All of them, as a browser takes them.
    pub fn all(&self) -> Vec<String> {
        let ips = self.ips.iter().map(|ip| match ip {
            IpAddr::V4(four) => four.to_string(),
            IpAddr::V6(six) => format!("[{six}]"),
        });
        self.dns.iter().cloned().chain(ips).collect()
    }

    /// The first of them, with a port.
    pub fn address(&self, port: u16) -> String {
        let first = self.all().into_iter().next().unwrap_or_default();
        format!("{first}:{port}")
    }
}

/// An authority and the first certificate it signed, as text.
pub struct Made {
    /// The authority's certificate.
    pub certificate: String,
    /// The authority's key.
    pub key: String,
    /// The hub's certificate and key.
    pub server: String,
}

/// Makes an authority, good for ten years, and a certificate for the hub.
pub fn authority(names: &Names, today: Date) -> Result<Made, Error> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::default();
    params.distinguished_name = called(&format!(
        "Proofhouse {}, made {today}",
        names.all().first().map_or("hub", String::as_str)
    ));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.name_constraints = Some(alone(names));
    lasts(&mut params, today, 10.years());
    let certificate = params.self_signed(&key)?.pem();
    let server = renewed((&certificate, &key.serialize_pem()), names, today)?;
    Ok(Made {
        certificate,
        key: key.serialize_pem(),
        server,
    })
}

/// Makes another certificate for the hub, by an authority's certificate and key.
pub fn renewed(
    (certificate, key): (&str, &str),
    names: &Names,
    today: Date,
) -> Result<String, Error> {
    let issuer = Issuer::from_ca_cert_pem(certificate, KeyPair::from_pem(key)?)?;
    let own = KeyPair::generate()?;
    let made = server(names, today, (&own, &issuer))?;
    Ok(format!("{}{}", made.pem(), own.serialize_pem()))
}

fn server(
    names: &Names,
    today: Date,
    (own, issuer): (&KeyPair, &Issuer<'_, KeyPair>),
) -> Result<Certificate, Error> {
    let mut params = CertificateParams::new(names.dns.clone())?;
    let ips = names.ips.iter().map(|ip| SanType::IpAddress(*ip));
    params.subject_alt_names.extend(ips);
    // Not a name of the hub: some who verify would take it for one more to be constrained.
    params.distinguished_name = called("Proofhouse hub");
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    // With the day before, 396 days: phones take 397 at most.
    lasts(&mut params, today, 395.days());
    params.signed_by(own, issuer)
}

/// The given names and nothing else: where no name or no address is given, none at all.
fn alone(names: &Names) -> NameConstraints {
    let dns = names.dns.iter().cloned().map(GeneralSubtree::DnsName);
    let ips = names.ips.iter().map(|ip| {
        let whole = if ip.is_ipv4() { 32 } else { 128 };
        GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(*ip, whole))
    });
    let mut never = Vec::new();
    if names.dns.is_empty() {
        never.push(GeneralSubtree::DnsName(String::new()));
    }
    if names.ips.is_empty() {
        let any = [
            IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        ];
        let any = any.map(|ip| CidrSubnet::from_addr_prefix(ip, 0));
        never.extend(any.into_iter().map(GeneralSubtree::IpAddress));
    }
    NameConstraints {
        permitted_subtrees: dns.chain(ips).collect(),
        excluded_subtrees: never,
    }
}

fn called(name: &str) -> DistinguishedName {
    let mut called = DistinguishedName::new();
    called.push(DnType::CommonName, name);
    called
}

/// From the day before, for phones whose clock is behind.
fn lasts(params: &mut CertificateParams, today: Date, how_long: Span) {
    let part = |it: i8| u8::try_from(it).unwrap_or(1);
    let midnight =
        |day: Date| date_time_ymd(i32::from(day.year()), part(day.month()), part(day.day()));
    params.not_before = midnight(today.saturating_sub(1.day()));
    params.not_after = midnight(today.saturating_add(how_long));
}
