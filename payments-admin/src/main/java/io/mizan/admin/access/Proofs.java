package io.mizan.admin.access;

import static java.lang.System.Logger.Level.INFO;

import io.mizan.admin.render.Messages;
import io.mizan.staff.SecondFactors;
import io.mizan.staff.SignInDelays;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import java.time.Duration;
import java.util.Optional;

/** Looks at passwords and codes of somebody who is signed in already; wrong ones slow down as they do at the door. */
@RequestScoped
public class Proofs {
    private static final System.Logger LOG = System.getLogger("mizan.admin");

    @Inject
    SignInDelays delays;

    @Inject
    StaffDirectory staff;

    @Inject
    SecondFactors factors;

    @Inject
    Passwords passwords;

    @Inject
    Visitor visitor;

    @Inject
    PortalSession session;

    @Inject
    MvcContext mvc;

    /** @return why the code is not accepted, for people; empty if it is */
    Optional<String> objectionToCode(StaffMember member, String code) {
        var closed = delays.codesClosedFor(member.username(), visitor.origin());
        if (closed.isPresent()) {
            return Optional.of(tooSoon(closed.get()));
        }
        if (code == null || !factors.accept(member, code)) {
            LOG.log(INFO, "event=staff.code outcome=refused");
            return Optional.of(text("factor.wrong"));
        }
        delays.succeeded(member.username(), visitor.origin());
        return Optional.empty();
    }

    /**
     * Lets somebody prove once more who they are, with their password, and their code if they have an app.
     *
     * @return why that did not succeed, for people; empty if it did
     */
    Optional<String> objectionToConfirming(StaffMember member, String password, String code) {
        var closed = delays.closedFor(member.username(), visitor.origin());
        if (closed.isPresent()) {
            return Optional.of(tooSoon(closed.get()));
        }
        boolean right =
                password != null && passwords.matches(staff.passwordHash(member.username()), password.toCharArray());
        if (!right) {
            LOG.log(INFO, "event=staff.confirmation outcome=refused");
            return Optional.of(text("confirm.wrong"));
        }
        if (factors.isEnrolled(member)) {
            var objection = objectionToCode(member, code);
            if (objection.isPresent()) {
                return objection;
            }
        } else {
            delays.succeeded(member.username(), visitor.origin());
        }
        session.confirmed();
        return Optional.empty();
    }

    private String tooSoon(Duration wait) {
        return text("signin.too_soon", wait.toSeconds() + 1);
    }

    private String text(String key, Object... arguments) {
        return Messages.in(mvc.getLocale()).text(key, arguments);
    }
}
