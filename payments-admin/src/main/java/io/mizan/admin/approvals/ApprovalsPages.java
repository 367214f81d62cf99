package io.mizan.admin.approvals;

import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.gateways.GatewayWords;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.GatewayNames;
import io.mizan.admin.render.ShownOnce;
import io.mizan.admin.render.Wording;
import io.mizan.approval.ApprovalSnapshot;
import io.mizan.approval.ApprovalState;
import io.mizan.approval.Approvals;
import io.mizan.approval.Decision;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.id.ApprovalId;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Deciding about what another person asks for. */
@Controller
@Path("approvals")
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class ApprovalsPages {
    private static final int MOST_SHOWN = 100;

    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    Approvals approvals;

    @Inject
    GatewayAccounts gateways;

    @Inject
    GatewayNames gatewayNames;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @GET
    public String list() {
        var words = wording.words();
        var member = visitor.required();
        models.put(
                "page",
                new ApprovalListView(approvals.latestFor(member, MOST_SHOWN).stream()
                        .map(approval -> ApprovalView.of(
                                approval,
                                approval.makerId().equals(member.id()),
                                gateway(approval),
                                gatewayNames,
                                words))
                        .toList()));
        return "approvals.html";
    }

    private Optional<GatewayAccount> gateway(ApprovalSnapshot approval) {
        boolean asked = approval.state() == ApprovalState.WAITING
                && approval.wish().act().equals(StaffAct.GATEWAY_CHANGED.code());
        return asked ? gateways.find(approval.wish().subject()) : Optional.empty();
    }

    @POST
    @Path("{approval}/approve")
    @Sensitive
    public Response approve(@PathParam("approval") String id) {
        var decision = approvals.approve(approvalId(id), visitor.required());
        var code = decision instanceof Decision.Taken taken
                ? Optional.ofNullable(taken.toShow().get("set_up_code"))
                : Optional.<String>empty();
        if (code.isEmpty()) {
            return told(decision, "approved");
        }
        var words = wording.words();
        models.put(
                "page",
                new ShownOnce(
                        "approvals",
                        words.text("approval.told.approved"),
                        words.text("setup.code"),
                        code.get(),
                        Optional.of(words.text("setup.code.note"))));
        return Response.ok("shown-once.html").build();
    }

    @POST
    @Path("{approval}/reject")
    public Response reject(@PathParam("approval") String id) {
        return told(approvals.reject(approvalId(id), visitor.required()), "rejected");
    }

    private Response told(Decision decision, String taken) {
        var words = wording.words();
        if (decision instanceof Decision.Refused refused) {
            flash.tell(words.text(
                    "approval.refused." + refused.reason(),
                    GatewayWords.quoted(refused.reason(), refused.words(), words)));
        } else if (decision instanceof Decision.OwnWish) {
            flash.tell(words.text("approval.told.own"));
        } else if (decision instanceof Decision.TooLate) {
            flash.tell(words.text("approval.told.too_late"));
        } else {
            flash.tell(words.text("approval.told." + taken));
        }
        return Response.seeOther(URI.create("/admin/approvals")).build();
    }

    private static ApprovalId approvalId(String text) {
        try {
            return ApprovalId.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
    }
}
