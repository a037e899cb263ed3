//! The repository that is worked on, and the programs run in it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository that this xtask belongs to.
#[derive(Debug, Clone)]
pub struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The repository in which this xtask was built.
    ///
    /// # Errors
    /// When its folder has gone since.
    pub fn find() -> Result<Self, String> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        match own.parent() {
            Some(root) if root.is_dir() => Ok(Self {
                root: root.to_owned(),
            }),
            _ => Err(
                "the repository has moved since xtask was built; run cargo clean -p xtask"
                    .to_owned(),
            ),
        }
    }

    /// A repository at `root`, for tests that plant faults.
    #[cfg(test)]
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The cargo that runs this xtask, ready for arguments, in the top folder.
    pub fn cargo(&self) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.current_dir(&self.root);
        command
    }

    /// Builds `proofhouse`, and says where it is.
    ///
    /// # Errors
    /// When it cannot be built.
    pub fn program(&self, release: bool) -> Result<PathBuf, String> {
        let mut build = self.cargo();
        match release {
            true => build.args(["build", "--release", "--package", "proofhouse", "--locked"]),
            // The same targets as the tests, so that nothing is built twice.
            false => build.args(["build", "--workspace", "--bins", "--tests", "--locked"]),
        };
        show(&mut build)?;
        let profile = if release { "release" } else { "debug" };
        let name = format!("proofhouse{}", env::consts::EXE_SUFFIX);
        Ok(self.target()?.join(profile).join(name))
    }

    /// Where cargo puts what it builds.
    fn target(&self) -> Result<PathBuf, String> {
        let mut metadata = self.cargo();
        metadata.args(["metadata", "--format-version", "1", "--no-deps", "--locked"]);
        let out = metadata.output();
        let out = out.map_err(|error| format!("cargo metadata could not be started: {error}"))?;
        let known: serde_json::Value = serde_json::from_slice(&out.stdout)
            .map_err(|error| format!("cannot read cargo metadata: {error}"))?;
        let folder = known.get("target_directory");
        let folder = folder.and_then(serde_json::Value::as_str);
        let folder = folder.ok_or("cargo metadata names no target folder")?;
        Ok(PathBuf::from(folder))
    }

    /// Every file that git tracks or would track, by its path from the top, sorted.
    /// Without git: every file outside `.git` and the build folders.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn files(&self) -> Result<Vec<String>, String> {
        let listed = Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(&self.root)
            .output();
        let mut files = match listed {
            Ok(out) if out.status.success() => String::from_utf8_lossy(&out.stdout)
                .split_terminator('\0')
                .filter(|path| self.root.join(path).is_file())
                .map(str::to_owned)
                .collect(),
            _ => {
                let mut found = Vec::new();
                walk(&self.root, "", &mut found)?;
                found
            }
        };
        files.sort();
        files.dedup();
        Ok(files)
    }
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), String> {
    let entries =
        fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        // A work tree has a file `.git`, a clone a folder.
        let built = name == "target" || name.starts_with("target-");
        if name == ".git" || built {
            continue;
        }
        if path.is_file() {
            found.push(format!("{prefix}{name}"));
        } else if path.is_dir() {
            walk(&path, &format!("{prefix}{name}/"), found)?;
        }
    }
    Ok(())
}

/// Whether a program of this name stands on the PATH.
pub fn on_path(program: &str) -> bool {
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Whether the command runs and ends well, with nothing shown.
pub fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|out| out.status.success())
}

/// Runs the command with its output shown.
///
/// # Errors
/// When it cannot be started or ends badly; the words name it.
pub fn show(command: &mut Command) -> Result<(), String> {
    let name = spoken(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}")),
        Err(error) => Err(format!("`{name}` could not be started: {error}")),
    }
}

/// The command as one would type it.
fn spoken(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn git_and_a_walk_find_the_same_files() {
        let repo = Repo::find().unwrap();
        let by_git = repo.files().unwrap();
        assert!(
            by_git.contains(&"xtask/src/repo.rs".to_owned()),
            "{by_git:?}"
        );
        let mut walked = Vec::new();
        walk(&repo.root().join("xtask"), "xtask/", &mut walked).unwrap();
        walked.sort();
        let in_xtask: Vec<_> = by_git
            .into_iter()
            .filter(|it| it.starts_with("xtask/"))
            .collect();
        assert_eq!(walked, in_xtask);
    }

    #[test]
    fn a_program_is_found_on_the_path_by_its_name() {
        assert!(on_path("cargo"));
        assert!(!on_path("no-such-program-anywhere"));
    }

    #[test]
    fn a_command_is_named_as_one_would_type_it() {
        let mut command = Command::new("target/debug/xtask");
        command.args(["prove", "--quick"]);
        assert_eq!(spoken(&command), "xtask prove --quick");
    }
}
