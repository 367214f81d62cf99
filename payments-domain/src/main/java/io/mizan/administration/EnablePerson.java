package io.mizan.administration;

import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Lets somebody sign in again. */
@ApplicationScoped
public class EnablePerson extends PersonAct {
    /** For the proxy of the container only. */
    protected EnablePerson() {
        this(null, null, null);
    }

    @Inject
    public EnablePerson(Staff staff, StaffSessions sessions, StaffAudit audit) {
        super(StaffAct.PERSON_ENABLED, staff, sessions, audit);
    }

    @Override
    public void check(Wish wish) {
        person(wish);
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        staff.enable(person(wish).member().id());
        record(wish, by, Map.of());
        return Map.of();
    }
}
