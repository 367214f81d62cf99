package io.mizan.admin.access;

import io.mizan.staff.SecondFactors;
import io.mizan.staff.SignInDelays;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSessions;
import io.mizan.staff.StaffSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far somebody has come with signing in, and how long ago they proved who they are. Kept in the session of the
 * server; a row beside it lets the session be ended from elsewhere. The session lasts in real time; for how long somebody
 * is believed is a deadline like others, which comes sooner where the clock of a sandbox is moved.
 */
@RequestScoped
public class PortalSession {
    private static final String ROW = "mizan.session";
    private static final String STAGE = "mizan.stage";
    private static final String CONFIRMED_AT = "mizan.confirmed_at";
    private static final String ENROLS = "mizan.enrols";
    private static final String WANTED = "mizan.wanted";
    private static final String SECRET = "mizan.secret";

    /** What stands between somebody who gave the right password and the portal. */
    enum Stage {
        /** The code of their authenticator app. */
        CODE("/admin/second-factor"),
        /** They have no app yet and need one. */
        AUTHENTICATOR("/admin/authenticator"),
        /** Nothing. */
        IN("/admin/");

        private final String page;

        Stage(String page) {
            this.page = page;
        }

        String page() {
            return page;
        }
    }

    @Inject
    HttpServletRequest request;

    @Inject
    StaffSessions sessions;

    @Inject
    SecondFactors factors;

    @Inject
    StaffAudit audit;

    @Inject
    SignInDelays delays;

    @Inject
    StaffSettings settings;

    @Inject
    Visitor visitor;

    @Inject
    SessionSecret secret;

    @Inject
    Clock clock;

    /**
     * Before a password is looked at: an id that a stranger had planted would stay good otherwise, and so would what
     * somebody else had proved in this session.
     */
    void renew(HttpServletResponse response) {
        var session = request.getSession();
        request.changeSessionId();
        List.of(ROW, STAGE, CONFIRMED_AT, ENROLS).forEach(session::removeAttribute);
        session.setAttribute(SECRET, secret.fresh(response));
    }

    /** The password was right. */
    void begin(StaffMember member) {
        var session = request.getSession();
        session.setAttribute(ROW, sessions.begin(member, visitor.origin()));
        if (factors.isEnrolled(member)) {
            session.setAttribute(STAGE, Stage.CODE);
        } else if (factors.isRequiredOf(member)) {
            delays.succeeded(member.username(), visitor.origin());
            session.setAttribute(STAGE, Stage.AUTHENTICATOR);
            confirmed();
        } else {
            delays.succeeded(member.username(), visitor.origin());
            in(member);
        }
    }

    /** Everything that was asked for was given. */
    void in(StaffMember member) {
        request.getSession().setAttribute(STAGE, Stage.IN);
        confirmed();
        audit.record(member, StaffAct.SIGNED_IN, member.username(), Map.of());
    }

    /** Somebody who gave up their app is let on only with a new one, if they need one. */
    public void authenticatorGone(StaffMember member) {
        if (factors.isRequiredOf(member)) {
            request.getSession().setAttribute(STAGE, Stage.AUTHENTICATOR);
        }
    }

    /** A session that does not say how far it has come, has not come far. */
    Stage stage() {
        return session()
                .map(session -> session.getAttribute(STAGE))
                .map(Stage.class::cast)
                .orElse(Stage.CODE);
    }

    /** Whether somebody ended it, it is too old, or whoever presents its id does not know its secret. */
    boolean isOver() {
        return session()
                .filter(session -> secret.isPresented(request, (String) session.getAttribute(SECRET)))
                .map(session -> session.getAttribute(ROW))
                .filter(row -> sessions.isOpen((UUID) row))
                .isEmpty();
    }

    public Optional<UUID> row() {
        return session().map(session -> (UUID) session.getAttribute(ROW));
    }

    void end() {
        row().ifPresent(sessions::end);
        session().ifPresent(HttpSession::invalidate);
    }

    /** They proved just now who they are. */
    void confirmed() {
        request.getSession().setAttribute(CONFIRMED_AT, clock.instant());
    }

    /** Whether that is recent enough for an act that matters. */
    public boolean isConfirmed() {
        return session()
                .map(session -> session.getAttribute(CONFIRMED_AT))
                .map(Instant.class::cast)
                .filter(at -> clock.instant().isBefore(at.plus(settings.confirmedFor())))
                .isPresent();
    }

    /** Whether this very session set about taking an app into use: no other is shown the secret. */
    void enrols(boolean begun) {
        request.getSession().setAttribute(ENROLS, begun);
    }

    boolean isEnrolling() {
        return session()
                .filter(session -> Boolean.TRUE.equals(session.getAttribute(ENROLS)))
                .isPresent();
    }

    /** Remembers the page that somebody asked for before they were let in. */
    void want(String path) {
        request.getSession().setAttribute(WANTED, path);
    }

    /** That page, or the first one. */
    String wanted() {
        var session = request.getSession();
        var path = (String) session.getAttribute(WANTED);
        session.removeAttribute(WANTED);
        return LanguagePages.ours(path);
    }

    private Optional<HttpSession> session() {
        return Optional.ofNullable(request.getSession(false));
    }
}
