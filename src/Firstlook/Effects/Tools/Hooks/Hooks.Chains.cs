using System.Collections.Frozen;
using Firstlook.Effects.Code;

namespace Firstlook.Effects.Tools;

/// <summary>Consoles of nodes of chains (geth.ethereum.org, "JavaScript Console", "JSON-RPC Server"), what a renewal of certificates runs, and a test of signing in.</summary>
internal static partial class Hooks
{
    static FrozenSet<string> Names(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the node's own objects tell, and what is read of it.</summary>
    static readonly FrozenSet<string> AskedOfNode = Names(
        "eth net web3 admin txpool clique JSON stringify version syncing blockNumber gasPrice maxPriorityFeePerGas chainId accounts coinbase mining hashrate "
            + "protocolVersion getBlock getBlockTransactionCount getHeaderByNumber getBalance getTransaction getTransactionReceipt getTransactionCount getCode getStorageAt "
            + "getProof getUncle feeHistory getLogs estimateGas pendingTransactions peerCount listening peers nodeInfo datadir status content contentFrom inspect getSigners "
            + "getSnapshot fromWei toWei toHex toDecimal fromDecimal clientVersion node number hash parentHash timestamp length currentBlock highestBlock startingBlock "
            + "pulledStates knownStates pending queued enode id name network remoteAddress localAddress protocols latest gasUsed gasLimit baseFeePerGas transactions miner "
            + "difficulty true false null");

    static readonly FrozenSet<string> SendingToChain = Names("sendTransaction sendRawTransaction sendIBANTransaction resend setHead");

    static readonly FrozenSet<string> SteeringNode =
        Names("addPeer removePeer addTrustedPeer removeTrustedPeer startHTTP stopHTTP startRPC stopRPC startWS stopWS setEtherbase propose discard");

    /// <summary>geth attach --exec: one expression, which is evaluated and printed.</summary>
    static Verdict Geth(Invocation call, Parsed parsed)
    {
        var expressions = parsed.Values("--exec").ToList();
        if (expressions.Count == 0) return Verdict.Unknown("it opens a console", EffectTags.Interactive);
        if (expressions is not [{ Known: true, Text: var text }]) return Verdict.Unknown("what it evaluates is not known");
        var lexer = new CodeLexer(text, CodeFamily.JavaScript).Read();
        if (lexer.Problem is { } problem) return Verdict.Unknown($"not understood: {problem}");
        var verdict = Verdict.Read("it asks the node");
        for (var at = 0; at < lexer.Tokens.Count; at++) verdict = verdict.And(Evaluated(lexer.Tokens, at));
        return verdict;
    }

    static Verdict Evaluated(List<CodeToken> tokens, int at)
    {
        var token = tokens[at];
        if (token.Inner.Length > 0) return Verdict.Unknown("a template string");
        if (token.Kind == CodeKind.Name)
        {
            // The key of an object, {peers: net.peerCount}, names nothing that there is.
            if (at > 0 && tokens[at - 1].Text is "{" or "," && at + 1 < tokens.Count && tokens[at + 1].Is(":")) return Neutral;
            return AskedOfNode.Contains(token.Text) ? Neutral
                : SendingToChain.Contains(token.Text) ? Verdict.Destructive($"{token.Text}() sends a transaction, or takes blocks back")
                : SteeringNode.Contains(token.Text) ? Verdict.Disruptive($"{token.Text}() changes the node") : Verdict.Unknown($"{token.Text} is not known to read only");
        }

        if (at == 0 || token.Kind != CodeKind.Symbol) return Neutral;
        // What is set, computed as a name, or called without one may be anything.
        var before = tokens[at - 1];
        var follows = before.Kind == CodeKind.Name || before.Text is ")" or "]";
        if (token.Is("=") && !before.Is("=") && !before.Is("!") && !(at + 1 < tokens.Count && tokens[at + 1].Is("="))) return Verdict.Unknown("it sets something");
        if (token.Is("[") && follows && !(at + 2 < tokens.Count && tokens[at + 1].Kind == CodeKind.Number && tokens[at + 2].Is("]"))) return Verdict.Unknown("a computed name");
        return token.Is("(") && (before.Kind == CodeKind.String || before.Text is ")" or "]") ? Verdict.Unknown("what is called is not known by name") : Neutral;
    }

    /// <summary>radtest(1): the third word is the server, which is sent a name and a password.</summary>
    static Verdict SignInTest(Invocation call, Parsed parsed) =>
        parsed.Operands is [_, _, { Known: true, Text: var server }, _, _, ..] && (!server.Contains('.') || DangerousNames.IsOwn(server, call.Scope.Tools.Network))
            ? Neutral : Verdict.Unknown("it signs in at a server that may be anybody's");

    /// <summary>certbot: texts that a shell runs before and behind a renewal (eff-certbot.readthedocs.io, "Pre and Post Validation Hooks").</summary>
    static Verdict RenewalHooks(Invocation call, Parsed parsed)
    {
        var verdict = Neutral;
        foreach (var value in parsed.Values("--pre-hook", "--post-hook", "--deploy-hook", "--renew-hook"))
            verdict = verdict.And(value.Known ? CommandJudge.Script(value.Text, call) : Verdict.Unknown("which program runs around a renewal is not known"));
        return verdict;
    }
}
