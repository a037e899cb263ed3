//! What can be said to make a hub secure, and to serve it so.

use std::{net::IpAddr, path::PathBuf};

use clap::{Args, Subcommand};

/// A secure page on the set, where phones give camera, passkeys and keys.
#[derive(Debug, Subcommand)]
pub enum Tls {
    /// Make an authority for this set alone, and a certificate for its hub.
    Init(Init),
}

/// Make an authority for this set alone, and a certificate for its hub.
#[derive(Debug, Args)]
#[command(
    after_help = "The authority can speak for the names and addresses given here and for nothing else, for ten years;
the hub's certificate is good for a year and a month, then: --renew. Every phone has to trust the
authority once; /trust on the hub says how. Nothing that is there is overwritten.
Exit code: 0 it is made; 2 it is not, and says why.

Examples:
  proofhouse tls init --name hub.local --ip 192.168.1.20
  proofhouse tls init --renew
  proofhouse serve --record main-unit.db --tls tls --listen 0.0.0.0:7300"
)]
pub struct Init {
    /// A name that phones reach the hub by, as `hub.local`.
    #[arg(long = "name", value_name = "NAME", required_unless_present_any = ["ips", "renew"])]
    pub names: Vec<String>,
    /// An address that phones reach the hub by.
    #[arg(long = "ip", value_name = "ADDRESS")]
    pub ips: Vec<IpAddr>,
    /// The folder of the authority.
    #[arg(long, value_name = "DIR", default_value = "tls")]
    pub out: PathBuf,
    /// Make a new certificate for the same names, by the authority that is there.
    #[arg(long, conflicts_with_all = ["names", "ips"])]
    pub renew: bool,
}

/// What a hub shows that it is itself.
#[derive(Debug, Clone, Default, Args)]
pub struct Shows {
    /// Serve over TLS by the authority in this folder: proofhouse tls init.
    #[arg(long, value_name = "DIR", group = "secure", conflicts_with = "cert")]
    pub tls: Option<PathBuf>,
    /// Serve over TLS with this certificate, its chain after it.
    #[arg(long, value_name = "FILE", group = "secure", requires = "key")]
    pub cert: Option<PathBuf>,
    /// The key of the certificate.
    #[arg(long, value_name = "FILE", requires = "cert")]
    pub key: Option<PathBuf>,
    /// Listen at this port too, without TLS, and send whoever comes there on to the secure one.
    #[arg(long, value_name = "PORT", requires = "secure")]
    pub redirect: Option<u16>,
}
