package io.mizan.web.chain;

import io.mizan.chain.ChainFault;
import io.mizan.chain.ChainVerifier;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.web.command.OperatorCommand;
import java.io.PrintStream;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Verifies the chains of a database without a server, and changes nothing. Each fault is a line; it ends with status 0 if
 * there is none, 1 if there is one, and 2 if it could not look.
 */
public final class VerifyChains {
    private VerifyChains() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    /** @return the status to end with */
    public static int run(Map<String, String> settings, PrintStream out, PrintStream err) {
        return OperatorCommand.run(settings, err, (database, vault) -> verify(database, vault, out));
    }

    private static int verify(DataSource database, Vault vault, PrintStream out) {
        var verifier = new ChainVerifier(Sql.withoutTransactions(database), vault);
        var total = verifier.all(fault -> out.println(line(fault)));
        out.printf(
                "%d orders, %d people, %d anchors, %d entries: %s%n",
                total.orders(),
                total.people(),
                total.anchors(),
                total.entries(),
                total.faults() == 0 ? "nothing was changed" : total.faults() + " faults");
        return total.faults() == 0 ? OperatorCommand.GOOD : OperatorCommand.BROKEN;
    }

    private static String line(ChainFault fault) {
        return fault.kind().code() + " " + fault.subject() + " " + fault.seq();
    }
}
