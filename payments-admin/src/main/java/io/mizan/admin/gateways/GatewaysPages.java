package io.mizan.admin.gateways;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.mizan.admin.access.PortalSession;
import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.Wording;
import io.mizan.administration.Administration;
import io.mizan.administration.Administration.Outcome;
import io.mizan.approval.Wish;
import io.mizan.gateway.GatewayName;
import io.mizan.gatewayaccount.ChangeGateway;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.gatewayaccount.GatewaySecrets;
import io.mizan.gatewayaccount.GatewaySecrets.NewSecret;
import io.mizan.gatewayaccount.TestConnection;
import io.mizan.outage.GatewayCalls;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import io.mizan.webhookhealth.Health;
import io.mizan.webhookhealth.WebhookHealth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Setting up gateways: which are offered, for what, and with which secrets. */
@Controller
@Path("gateways")
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class GatewaysPages {
    /** Settings of which an empty one says something: no limit. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("amounts", "countries", "callers");

    private static final Set<String> LISTS = Set.of("amounts", "countries", "callers", "currencies", "webhook.ids");
    /** Those of the button alone. */
    private static final Set<String> SWITCHES = Set.of("enabled", "offered");

    private static final String SETTING = "setting.";

    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    GatewayAccounts accounts;

    @Inject
    GatewaySecrets secrets;

    @Inject
    TestConnection connections;

    @Inject
    Administration administration;

    @Inject
    GatewayCalls calls;

    @Inject
    WebhookHealth health;

    @Inject
    PortalSession session;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @GET
    public String list() {
        var words = wording.words();
        var seen = health.all().stream().collect(toMap(Health::gateway, Function.identity()));
        models.put(
                "page",
                new GatewayListView(
                        accounts.all().stream()
                                .map(account -> GatewayListView.Row.of(
                                        account,
                                        calls.outage(account.name()),
                                        Optional.ofNullable(seen.get(account.name()))
                                                .flatMap(Health::lastGood)
                                                .map(words::moment),
                                        new GatewayWords(words)))
                                .toList(),
                        administration.needsSecondPerson()));
        return "gateways.html";
    }

    @GET
    @Path("{gateway}")
    public String show(@PathParam("gateway") String name) {
        var all = accounts.all();
        var account = all.stream()
                .filter(it -> it.name().value().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        models.put(
                "page",
                GatewayPageView.of(
                        account,
                        calls.outage(account.name()),
                        all.size(),
                        session.isConfirmed(),
                        administration.needsSecondPerson(),
                        wording.words()));
        return "gateway.html";
    }

    /** Enters what is different from what is now; an empty field says nothing, unless that means no limit. */
    @POST
    @Path("{gateway}/settings")
    @Sensitive
    public Response change(@PathParam("gateway") String name, MultivaluedMap<String, String> form) {
        var account = account(name);
        var detail = new HashMap<String, String>();
        var back = new TreeSet<String>();
        account.settings().forEach(setting -> {
            var wanted = form.getFirst(SETTING + setting.name());
            if (wanted == null || SWITCHES.contains(setting.name())) {
                return;
            }
            var value = written(setting.name(), wanted);
            if (value.isEmpty() && !MAY_BE_EMPTY.contains(setting.name())) {
                if (setting.source() == Source.ENTERED) {
                    back.add(setting.name());
                }
            } else if (!value.equals(written(setting.name(), setting.value()))) {
                detail.put(setting.name(), value);
            }
        });
        var place = form.getFirst(ChangeGateway.PLACE);
        if (place != null && !place.equals(Integer.toString(account.place()))) {
            detail.put(ChangeGateway.PLACE, place);
        }
        if (!back.isEmpty()) {
            detail.put(ChangeGateway.AS_ENVIRONMENT, String.join(",", back));
        }
        return detail.isEmpty() ? told(name, wording.words().text("gateway.told.same")) : changed(account, detail);
    }

    @POST
    @Path("{gateway}/as-environment")
    @Sensitive
    public Response asEnvironment(
            @PathParam("gateway") String name, @FormParam("name") @DefaultValue("") String setting) {
        return changed(account(name), Map.of(ChangeGateway.AS_ENVIRONMENT, setting));
    }

    /** What is under way goes on in either case. */
    @POST
    @Path("{gateway}/offer")
    @Sensitive
    public Response offer(@PathParam("gateway") String name, @FormParam("open") @DefaultValue("") String open) {
        var detail = open.equals("true") ? Map.of("enabled", "true", "offered", "true") : Map.of("offered", "false");
        return changed(account(name), detail);
    }

    /** Shows the fields for secrets to somebody who proved who they are, so that no page in between has to hold one. */
    @POST
    @Path("{gateway}/unlock")
    @Sensitive
    public Response unlock(@PathParam("gateway") String name) {
        return back(account(name).name());
    }

    @POST
    @Path("{gateway}/secrets")
    @Sensitive
    public Response enter(
            @PathParam("gateway") String name,
            @FormParam("name") @DefaultValue("") String setting,
            @FormParam("key_name") @DefaultValue("") String keyName,
            @FormParam("secret") @DefaultValue("") String secret,
            @FormParam("overlap") @DefaultValue("PT24H") String overlap) {
        var gateway = account(name).name();
        var entered = new NewSecret(setting, keyName, secret);
        return told(name, sentence(secrets.enter(gateway, entered, duration(overlap), visitor.required())));
    }

    @POST
    @Path("{gateway}/secrets/remove")
    @Sensitive
    public Response remove(@PathParam("gateway") String name, @FormParam("name") @DefaultValue("") String setting) {
        return told(name, sentence(secrets.remove(account(name).name(), setting, visitor.required())));
    }

    /** Goes out with the settings that are in use, on this server, and with the credentials. */
    @POST
    @Path("{gateway}/test")
    @Sensitive
    public Response test(@PathParam("gateway") String name) {
        var gateway = account(name).gateway().orElseThrow(NotFoundException::new);
        return told(
                name,
                wording.words()
                        .text("gateway.connection."
                                + connections.test(gateway, visitor.required()).code()));
    }

    private Response changed(GatewayAccount account, Map<String, String> detail) {
        var name = account.name().value();
        var outcome =
                administration.change(new Wish(StaffAct.GATEWAY_CHANGED.code(), name, detail), visitor.required());
        return told(name, sentence(outcome));
    }

    private String sentence(Outcome outcome) {
        var words = wording.words();
        if (outcome instanceof Outcome.Refused refused) {
            return words.text(
                    "approval.refused." + refused.reason(),
                    GatewayWords.quoted(refused.reason(), refused.words(), words));
        }
        if (outcome instanceof Outcome.WaitsAlready) {
            return words.text("approval.told.waits_already");
        }
        return words.text(outcome instanceof Outcome.Waits ? "approval.told.waits" : "approval.told.done");
    }

    /** Lists as they are kept: with commas, however they were written. */
    private static String written(String setting, String value) {
        return LISTS.contains(setting)
                ? Arrays.stream(value.split("[\\s,]+", -1))
                        .filter(entry -> !entry.isEmpty())
                        .collect(joining(","))
                : value.strip();
    }

    private static Duration duration(String text) {
        try {
            var duration = Duration.parse(text);
            if (duration.isNegative() || duration.compareTo(Duration.ofDays(7)) > 0) {
                throw new BadRequestException();
            }
            return duration;
        } catch (DateTimeParseException wrong) {
            throw new BadRequestException(wrong);
        }
    }

    private GatewayAccount account(String name) {
        return accounts.find(name).orElseThrow(NotFoundException::new);
    }

    private Response told(String gateway, String sentence) {
        flash.tell(sentence);
        return back(new GatewayName(gateway));
    }

    private static Response back(GatewayName gateway) {
        return Response.seeOther(URI.create("/admin/gateways/" + gateway)).build();
    }
}
