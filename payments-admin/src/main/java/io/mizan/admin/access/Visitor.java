package io.mizan.admin.access;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who this request is from. */
@RequestScoped
public class Visitor {
    @Inject
    HttpServletRequest request;

    @Inject
    StaffDirectory staff;

    @Inject
    VisitorAddress address;

    private Optional<StaffMember> member;

    /** Empty for somebody who has not signed in, or who may no longer. */
    public Optional<StaffMember> member() {
        if (member == null) {
            member = Optional.ofNullable(request.getUserPrincipal()).flatMap(caller -> staff.find(caller.getName()));
        }
        return member;
    }

    /** @throws MizanException if nobody is signed in, which the container does not let happen on a protected page */
    public StaffMember required() {
        return member().orElseThrow(() -> new MizanException(ErrorCode.PERMISSION_DENIED, "Nobody is signed in."));
    }

    /** Asked of the request: {@code SecurityContext.isCallerInRole} says no outside of {@code @RolesAllowed}. */
    public boolean hasAnyRole(String... roles) {
        for (var role : roles) {
            if (request.isUserInRole(role)) {
                return true;
            }
        }
        return false;
    }

    /** Where the request came from, for delays. */
    String origin() {
        return address.value().orElse("unknown");
    }
}
