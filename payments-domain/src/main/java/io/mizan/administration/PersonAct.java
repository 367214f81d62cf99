package io.mizan.administration;

import static java.util.stream.Collectors.toCollection;

import io.mizan.approval.ActRefused;
import io.mizan.approval.Wish;
import io.mizan.staff.Roles;
import io.mizan.staff.Staff;
import io.mizan.staff.Staff.Person;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What changes of people have in common. The subject of their wishes is the name that somebody signs in with. */
abstract class PersonAct extends AdministratorsAct {
    private static final Set<String> ALL_ROLES =
            Set.of(Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR);

    final Staff staff;
    final StaffSessions sessions;

    PersonAct(StaffAct act, Staff staff, StaffSessions sessions, StaffAudit audit) {
        super(act, audit);
        this.staff = staff;
        this.sessions = sessions;
    }

    Person person(Wish wish) {
        return staff.find(wish.subject()).orElseThrow(() -> new ActRefused("unknown_person"));
    }

    /** Roles as wishes hold them: sorted, with commas between. */
    static Set<String> rolesOf(Wish wish) {
        var roles = Arrays.stream(wish.required("roles").split(",", -1)).collect(toCollection(TreeSet::new));
        if (!ALL_ROLES.containsAll(roles)) {
            throw new ActRefused("roles");
        }
        return roles;
    }

    /** Somebody has to be left who can add and approve; called before the rights of a person are taken. */
    void requireAnotherAdministrator(Person person) {
        var able = staff.lockAdministrators();
        boolean last = able.size() == 1 && able.contains(person.member().id());
        if (last) {
            throw new ActRefused("last_administrator");
        }
    }

    static Map<String, String> shown(Optional<String> code) {
        return code.map(text -> Map.of("set_up_code", text)).orElseGet(Map::of);
    }
}
