using Firstlook.Effects;

namespace Firstlook.Actions;

/// <summary>The exact command that takes an action back, in the action's own language and on its target.</summary>
/// <param name="Effect">Classified like any other.</param>
/// <param name="Sentence">What it restores, for a person: "sets the replicas of deployment/web back to 3".</param>
public sealed record PreparedUndo(string Text, Effect Effect, string Sentence);

/// <summary>A prohibition of the runbook that names an action.</summary>
/// <param name="Line">1-based, in the runbook.</param>
public sealed record NamedProhibition(int Line, string Text);
