package io.mizan.administration;

import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.SecondFactors;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Takes the authenticator app from somebody who lost it; where one is required they set up another at once. */
@ApplicationScoped
public class ResetAuthenticator extends PersonAct {
    private final SecondFactors factors;

    /** For the proxy of the container only. */
    protected ResetAuthenticator() {
        this(null, null, null, null);
    }

    @Inject
    public ResetAuthenticator(Staff staff, StaffSessions sessions, StaffAudit audit, SecondFactors factors) {
        super(StaffAct.PERSON_AUTHENTICATOR_RESET, staff, sessions, audit);
        this.factors = factors;
    }

    @Override
    public void check(Wish wish) {
        if (!person(wish).hasAuthenticator()) {
            throw new ActRefused("no_authenticator");
        }
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        check(wish);
        var id = person(wish).member().id();
        factors.remove(id);
        sessions.endAll(id, Optional.empty());
        record(wish, by, Map.of());
        return Map.of();
    }
}
