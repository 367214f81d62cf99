package io.mizan.admin.cases;

import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.GatewayNames;
import io.mizan.admin.render.Wording;
import io.mizan.admin.render.Words;
import io.mizan.casework.CaseAct;
import io.mizan.casework.CaseChanged;
import io.mizan.casework.CaseQuery;
import io.mizan.casework.CaseState;
import io.mizan.casework.Cases;
import io.mizan.desk.WorkOnCase;
import io.mizan.id.CaseId;
import io.mizan.secrets.CardNumbers;
import io.mizan.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The queue of cases, the oldest first: who waits longest is next; and each case with what people did to it. */
@Controller
@Path("cases")
@RequestScoped
@RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
public class CasesPages {
    private static final int CASES_ON_A_PAGE = 25;
    private static final int SHORTEST_NOTE = 3;
    private static final int LONGEST_NOTE = 400;
    private static final String MINE = "?mine=true";

    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    Cases cases;

    @Inject
    WorkOnCase workOnCase;

    @Inject
    GatewayNames gatewayNames;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @GET
    public String list(
            @QueryParam("state") @DefaultValue("open") String code,
            @QueryParam("mine") boolean mine,
            @QueryParam("after") @DefaultValue("") String after) {
        var state = mine ? CaseState.ASSIGNED : stateOf(code);
        Optional<String> owner = mine ? Optional.of(visitor.required().username()) : Optional.empty();
        var found = cases.page(new CaseQuery(Optional.of(state), owner, caseId(after), CASES_ON_A_PAGE + 1));
        var shown = found.subList(0, Math.min(found.size(), CASES_ON_A_PAGE));
        var words = wording.words();
        Optional<String> next = found.size() > shown.size()
                ? Optional.of((mine ? MINE : "?state=" + state.code()) + "&after="
                        + shown.get(shown.size() - 1).id())
                : Optional.empty();
        models.put(
                "page",
                new CaseListView(
                        filters(state, mine, words),
                        shown.stream()
                                .map(known -> CaseView.of(known, words, gatewayNames))
                                .toList(),
                        next,
                        after.isEmpty()));
        return "cases.html";
    }

    @GET
    @Path("{case}")
    public String one(@PathParam("case") String id) {
        var known = caseId(id).flatMap(cases::find).orElseThrow(NotFoundException::new);
        var words = wording.words();
        var member = visitor.required();
        models.put(
                "page",
                new CasePageView(
                        CaseView.of(known, words, gatewayNames),
                        known.state() == CaseState.RESOLVED,
                        known.owner().filter(member.username()::equals).isPresent(),
                        visitor.hasAnyRole(Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR),
                        cases.actsOf(known.id()).stream()
                                .map(done -> new CasePageView.Entry(
                                        done.actor(),
                                        words.text("case.act." + done.act().code()),
                                        words.moment(done.at()),
                                        done.note()))
                                .toList()));
        return "case.html";
    }

    @POST
    @Path("{case}/take")
    public Response take(@PathParam("case") String id, @FormParam("version") int version) {
        return work(id, version, CaseAct.TAKEN, Optional.empty());
    }

    @POST
    @Path("{case}/hand-back")
    public Response handBack(@PathParam("case") String id, @FormParam("version") int version) {
        return work(id, version, CaseAct.HANDED_BACK, Optional.empty());
    }

    @POST
    @Path("{case}/comment")
    public Response comment(
            @PathParam("case") String id,
            @FormParam("version") int version,
            @FormParam("note") @DefaultValue("") String note) {
        return work(id, version, CaseAct.COMMENTED, Optional.of(note.strip()));
    }

    @POST
    @Path("{case}/resolve")
    @Sensitive
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
    public Response resolve(
            @PathParam("case") String id,
            @FormParam("version") int version,
            @FormParam("note") @DefaultValue("") String note) {
        return work(id, version, CaseAct.RESOLVED, Optional.of(note.strip()));
    }

    private Response work(String text, int version, CaseAct act, Optional<String> note) {
        var id = caseId(text).orElseThrow(NotFoundException::new);
        flash.tell(wording.words().text("case.told." + refusal(note).orElseGet(() -> done(id, version, act, note))));
        return Response.seeOther(UriBuilder.fromPath("cases/{case}").build(id.toString()))
                .build();
    }

    /** What is wrong with what somebody wrote. */
    private static Optional<String> refusal(Optional<String> note) {
        if (note.filter(CardNumbers::isIn).isPresent()) {
            return Optional.of("card_number");
        }
        return note.filter(said -> said.length() < SHORTEST_NOTE || said.length() > LONGEST_NOTE)
                .map(said -> "note");
    }

    /** @return what came of it */
    private String done(CaseId id, int version, CaseAct act, Optional<String> note) {
        try {
            workOnCase.work(id, version, act, note, visitor.required());
            return act.code();
        } catch (CaseChanged faster) {
            return "changed";
        }
    }

    private static List<CaseListView.Filter> filters(CaseState chosen, boolean mine, Words words) {
        var filters = new ArrayList<CaseListView.Filter>();
        for (var state : CaseState.values()) {
            filters.add(new CaseListView.Filter(
                    words.text("case.state." + state.code()), "?state=" + state.code(), state == chosen && !mine));
        }
        filters.add(1, new CaseListView.Filter(words.text("cases.filter.mine"), MINE, mine));
        return List.copyOf(filters);
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
