package io.mizan.admin.cases;

import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.casework.CaseQuery;
import io.mizan.casework.CaseState;
import io.mizan.casework.Cases;
import io.mizan.id.CaseId;
import io.mizan.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The list of cases, the oldest first: who waits longest is next. */
@Controller
@Path("cases")
@RequestScoped
@RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
public class CasesPages {
    private static final int CASES_ON_A_PAGE = 25;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    Cases cases;

    @Inject
    Clock clock;

    @GET
    public String list(
            @QueryParam("state") @DefaultValue("open") String code,
            @QueryParam("after") @DefaultValue("") String after) {
        var state = stateOf(code);
        var found = cases.page(new CaseQuery(Optional.of(state), caseId(after), CASES_ON_A_PAGE + 1));
        var shown = found.subList(0, Math.min(found.size(), CASES_ON_A_PAGE));
        var words = new Words(Language.of(mvc.getLocale()), clock.instant());
        Optional<String> next = found.size() > shown.size()
                ? Optional.of("?state=" + state.code() + "&after="
                        + shown.get(shown.size() - 1).id())
                : Optional.empty();
        models.put(
                "page",
                new CaseListView(
                        filters(state, words),
                        shown.stream().map(known -> CaseView.of(known, words)).toList(),
                        next,
                        after.isEmpty()));
        return "cases.html";
    }

    private static List<CaseListView.Filter> filters(CaseState chosen, Words words) {
        return Arrays.stream(CaseState.values())
                .map(state -> new CaseListView.Filter(
                        words.text("case.state." + state.code()), "?state=" + state.code(), state == chosen))
                .toList();
    }

    /** Anything unknown is the open ones. */
    private static CaseState stateOf(String code) {
        return Arrays.stream(CaseState.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElse(CaseState.OPEN);
    }

    private static Optional<CaseId> caseId(String text) {
        try {
            return Optional.of(CaseId.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
