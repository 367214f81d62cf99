package io.mizan.administration;

import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.secrets.CardNumbers;
import io.mizan.staff.SetUps;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Adds a person, who then sets their password with a link that whoever asked was shown. Detail: {@code display_name},
 * {@code roles}, {@code token_hash} of the link.
 */
@ApplicationScoped
public class AddPerson extends PersonAct {
    private final SetUps setUps;

    /** For the proxy of the container only. */
    protected AddPerson() {
        this(null, null, null, null);
    }

    @Inject
    public AddPerson(Staff staff, StaffSessions sessions, StaffAudit audit, SetUps setUps) {
        super(StaffAct.PERSON_ADDED, staff, sessions, audit);
        this.setUps = setUps;
    }

    @Override
    public void check(Wish wish) {
        if (!Staff.isUsername(wish.subject())) {
            throw new ActRefused("username");
        }
        if (CardNumbers.isIn(wish.subject())) {
            throw new ActRefused("card_number");
        }
        var name = wish.required("display_name");
        if (name.isBlank() || name.length() > 100) {
            throw new ActRefused("display_name");
        }
        rolesOf(wish);
        if (staff.find(wish.subject()).isPresent()) {
            throw new ActRefused("name_taken");
        }
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        var id = staff.add(wish.subject(), wish.required("display_name"), rolesOf(wish))
                .orElseThrow(() -> new ActRefused("name_taken"));
        record(wish, by, Map.of("roles", wish.required("roles")));
        return shown(
                setUps.expect(id, wish.required("token_hash"), by.approval().isPresent()));
    }
}
