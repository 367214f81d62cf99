package io.mizan.administration;

import io.mizan.access.Mode;
import io.mizan.approval.ActRefused;
import io.mizan.approval.Approvals;
import io.mizan.approval.Wish;
import io.mizan.id.ApprovalId;
import io.mizan.secrets.CardNumbers;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The way of every change of people, keys and gateways: done at once, or asked of a second administrator. */
@ApplicationScoped
public class Administration {
    private final Approvals approvals;
    private final Staff staff;
    private final StaffSettings settings;
    private final Mode mode;

    /** For the proxy of the container only. */
    protected Administration() {
        this(null, null, StaffSettings.DEFAULT, null);
    }

    @Inject
    public Administration(Approvals approvals, Staff staff, StaffSettings settings, Mode mode) {
        this.approvals = approvals;
        this.staff = staff;
        this.settings = settings;
        this.mode = mode;
    }

    /** What came of wanting a change. */
    public sealed interface Outcome {
        /** @param toShow what whoever wanted it is shown, once */
        record Done(Map<String, String> toShow) implements Outcome {}

        /** Another administrator decides. */
        record Waits(ApprovalId approval) implements Outcome {}

        /** The same is asked for already. */
        record WaitsAlready() implements Outcome {}

        /**
         * @param reason names a text
         * @param words what that text quotes
         */
        record Refused(String reason, String words) implements Outcome {
            public Refused(String reason) {
                this(reason, "");
            }
        }
    }

    /**
     * Whether a change waits for a second administrator, once there is one who could be it: always in live mode, and in a
     * sandbox in which that is rehearsed.
     */
    public boolean needsSecondPerson() {
        return (mode == Mode.LIVE || settings.secondPersonInSandbox()) && staff.administrators() >= 2;
    }

    /** Nothing that is typed for a change may hold a card number: it would stand in the wish, and then in rows and audits. */
    public Outcome change(Wish wish, StaffMember who) {
        if (wish.detail().values().stream().anyMatch(CardNumbers::isIn)) {
            return new Outcome.Refused("card_number");
        }
        try {
            if (!needsSecondPerson()) {
                return new Outcome.Done(approvals.doAlone(wish, who));
            }
            return approvals.ask(wish, who).<Outcome>map(Outcome.Waits::new).orElseGet(Outcome.WaitsAlready::new);
        } catch (ActRefused refused) {
            return new Outcome.Refused(refused.reason(), refused.words());
        }
    }
}
