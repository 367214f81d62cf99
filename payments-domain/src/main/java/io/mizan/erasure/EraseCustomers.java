package io.mizan.erasure;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.mizan.customer.People;
import io.mizan.id.ErasureId;
import io.mizan.sql.Claim;
import io.mizan.sql.ClaimLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Carries out approved erasures, a bounded number of people in each step, so that one goes on after a crash. What is
 * erased is not found again, so a step that is repeated does what is left.
 */
@ApplicationScoped
public class EraseCustomers {
    private static final System.Logger LOG = System.getLogger("mizan.erasure");
    private static final int PEOPLE_A_STEP = 50;

    private final Erasures erasures;
    private final CustomerRecords records;
    private final People people;

    /** For the proxy of the container only. */
    protected EraseCustomers() {
        this(null, null, null);
    }

    @Inject
    public EraseCustomers(Erasures erasures, CustomerRecords records, People people) {
        this.erasures = erasures;
        this.records = records;
        this.people = people;
    }

    public List<Claim> claimDue() {
        return erasures.claimDue();
    }

    /** Does one step. One that fails is taken up again when its lease runs out, for as long as it takes: it was promised. */
    public void work(Claim claim) {
        try {
            var wanted = erasures.wanted(claim);
            var actor = "staff:" + wanted.approver();
            int orders = records.erase(wanted.order(), actor) ? 1 : 0;
            var found = wanted.emailHash()
                    .map(hash -> people.withHash(hash, PEOPLE_A_STEP))
                    .orElse(List.of());
            orders += found.stream()
                    .mapToInt(person -> records.erase(person, actor))
                    .sum();
            if (found.size() == PEOPLE_A_STEP) {
                erasures.goOn(claim, orders);
            } else {
                erasures.finish(claim, orders);
                LOG.log(INFO, "event=erasure.done erasure={0}", new ErasureId(claim.id()));
            }
        } catch (ClaimLost lost) {
            LOG.log(WARNING, "event=erasure.claim_lost erasure={0}", new ErasureId(claim.id()));
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=erasure.failed erasure=" + new ErasureId(claim.id()), failure);
        }
    }
}
