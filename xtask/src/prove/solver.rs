//! One solver process and the questions put to it.

use cedar_policy::{Policy, PolicySet, RequestEnv};
use cedar_policy_symcc::err::Error;
use cedar_policy_symcc::solver::LocalSolver;
use cedar_policy_symcc::{
    CedarSymCompiler, CompiledPolicy, CompiledPolicySet, CompiledSchema, Env,
};
use rules::Shelf;
use tokio::runtime::Runtime;

/// Milliseconds after which one question counts as undecided.
const LIMIT: &str = "--tlimit-per=60000";

/// A solver with the schema it works on.
pub(super) struct Solver<'a> {
    pub(super) shelf: &'a Shelf,
    schema: &'a CompiledSchema,
    runtime: Runtime,
    compiler: CedarSymCompiler<LocalSolver>,
}

type Compiler = CedarSymCompiler<LocalSolver>;

impl<'a> Solver<'a> {
    /// Starts a solver process.
    pub(super) fn start(shelf: &'a Shelf, schema: &'a CompiledSchema) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        let compiler = runtime.block_on(async { spawn() })?;
        Ok(Self {
            shelf,
            schema,
            runtime,
            compiler,
        })
    }

    /// Puts one question; after a fault the next question gets a fresh process.
    fn ask<T>(
        &mut self,
        question: impl AsyncFnOnce(&mut Compiler) -> Result<T, Error>,
    ) -> Result<T, String> {
        let answer = self.runtime.block_on(question(&mut self.compiler));
        if answer.is_err() {
            self.compiler = self.runtime.block_on(async { spawn() })?;
        }
        answer.map_err(|error| format!("undecided: {error}"))
    }

    /// The kinds of request an action takes: one for each kind of principal and resource.
    pub(super) fn envs(&self, action: &str) -> Vec<RequestEnv> {
        let envs = self.shelf.schema().request_envs();
        envs.filter(|env| env.action().id().unescaped() == action)
            .collect()
    }

    /// Compiles one policy.
    pub(super) fn policy(
        &self,
        policy: &Policy,
        env: &RequestEnv,
    ) -> Result<CompiledPolicy, String> {
        let symbols = self.schema.sym_env(env).map_err(said)?;
        CompiledPolicy::compile_with_custom_symenv(policy, env, self.schema.schema(), symbols)
            .map_err(said)
    }

    /// Compiles a set of policies.
    pub(super) fn set<'p>(
        &self,
        policies: impl IntoIterator<Item = &'p Policy>,
        env: &RequestEnv,
    ) -> Result<CompiledPolicySet, String> {
        let set = set_of(policies)?;
        let symbols = self.schema.sym_env(env).map_err(said)?;
        CompiledPolicySet::compile_with_custom_symenv(&set, env, self.schema.schema(), symbols)
            .map_err(said)
    }

    /// A request the set allows, if there is one.
    pub(super) fn some_go(&mut self, set: &CompiledPolicySet) -> Result<Option<Env>, String> {
        self.ask(async |compiler| {
            compiler
                .check_always_denies_with_counterexample_opt(set)
                .await
        })
    }

    /// A request both sets allow, if there is one.
    pub(super) fn both_go(
        &mut self,
        one: &CompiledPolicySet,
        other: &CompiledPolicySet,
    ) -> Result<Option<Env>, String> {
        self.ask(async |compiler| {
            compiler
                .check_disjoint_with_counterexample_opt(one, other)
                .await
        })
    }

    /// Whether some request is allowed by both sets. Quicker than [`Self::both_go`]: no case is told.
    pub(super) fn can_both_go(
        &mut self,
        one: &CompiledPolicySet,
        other: &CompiledPolicySet,
    ) -> Result<bool, String> {
        let apart = self.ask(async |compiler| compiler.check_disjoint_opt(one, other).await)?;
        Ok(!apart)
    }

    /// A request for which the policy holds, if there is one.
    pub(super) fn some_match(&mut self, policy: &CompiledPolicy) -> Result<Option<Env>, String> {
        self.ask(async |compiler| {
            compiler
                .check_never_matches_with_counterexample_opt(policy)
                .await
        })
    }

    /// A request for which the first policy holds and the second does not, if there is one.
    pub(super) fn first_alone(
        &mut self,
        first: &CompiledPolicy,
        second: &CompiledPolicy,
    ) -> Result<Option<Env>, String> {
        self.ask(async |compiler| {
            compiler
                .check_matches_implies_with_counterexample_opt(first, second)
                .await
        })
    }

    /// Whether no request makes the policy fail to evaluate.
    pub(super) fn never_errors(&mut self, policy: &CompiledPolicy) -> Result<bool, String> {
        self.ask(async |compiler| compiler.check_never_errors_opt(policy).await)
    }
}

/// A set of policies whose ids differ.
pub(super) fn set_of<'p>(
    policies: impl IntoIterator<Item = &'p Policy>,
) -> Result<PolicySet, String> {
    PolicySet::from_policies(policies.into_iter().cloned()).map_err(|error| error.to_string())
}

/// The policy turned round: it allows exactly what it forbids.
pub(super) fn as_permit(policy: &Policy) -> Result<Policy, String> {
    let mut json = policy.to_json().map_err(|error| error.to_string())?;
    if let Some(effect) = json.get_mut("effect") {
        *effect = "permit".into();
    }
    Policy::from_json(Some(policy.id().clone()), json).map_err(|error| error.to_string())
}

/// The permit of an action.
pub(super) fn permits<'a>(shelf: &'a Shelf, action: &str) -> impl Iterator<Item = &'a Policy> {
    let permits = shelf.permits().iter();
    let about = permits.filter(move |permit| permit.action == action);
    about.filter_map(|permit| shelf.policy(&permit.id))
}

fn spawn() -> Result<Compiler, String> {
    let solver = LocalSolver::cvc5_with_args([LIMIT]).map_err(|error| error.to_string())?;
    CedarSymCompiler::new(solver).map_err(said)
}

fn said(error: Error) -> String {
    error.to_string()
}
