package io.mizan.admin.keys;

import static java.util.stream.Collectors.toMap;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.KeyText;
import io.mizan.access.Mode;
import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.ShownOnce;
import io.mizan.admin.render.Wording;
import io.mizan.administration.Administration;
import io.mizan.administration.Administration.Outcome;
import io.mizan.approval.Wish;
import io.mizan.cardtesting.CardTestingBreaker;
import io.mizan.cardtesting.KeyStop;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Making API keys, putting new ones in their place, and taking them out of use; for operators, letting a key go on that the
 * breaker has stopped.
 */
@Controller
@Path("keys")
@RequestScoped
@RolesAllowed({Roles.OPERATOR, Roles.ADMINISTRATOR})
public class KeysPages {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);

    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    ApiKeys keys;

    @Inject
    Administration administration;

    @Inject
    CardTestingBreaker breaker;

    @Inject
    StaffAudit audit;

    @Inject
    Mode mode;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @GET
    public String list() {
        var words = wording.words();
        var now = clock.instant();
        var stops = breaker.stopped().stream().collect(toMap(KeyStop::apiKey, Function.identity(), (one, same) -> one));
        models.put(
                "page",
                new KeyListView(
                        keys.all().stream()
                                .map(key -> KeyView.of(key, Optional.ofNullable(stops.get(key.id())), now, words))
                                .toList(),
                        KeyListView.choices(words),
                        words.text(mode == Mode.LIVE ? "key.mode.live" : "key.mode.sandbox"),
                        visitor.hasAnyRole(Roles.ADMINISTRATOR),
                        administration.needsSecondPerson()));
        return "keys.html";
    }

    @POST
    @Sensitive
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response make(
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("scope") List<String> scopes,
            @FormParam("limits") @DefaultValue("") String limits,
            @FormParam("origins") @DefaultValue("") String origins,
            @FormParam("addresses") @DefaultValue("") String addresses,
            @FormParam("expires_in") @DefaultValue("") String expiresIn) {
        var wanted = kind.equals("publishable") ? ApiKeyKind.PUBLISHABLE : ApiKeyKind.SECRET;
        var text = keys.draw(wanted);
        var detail = new HashMap<String, String>();
        detail.put("kind", wanted.name());
        detail.put("name", name.strip());
        detail.put("scopes", wanted == ApiKeyKind.SECRET ? String.join(" ", scopes) : "");
        detail.put("limits", limits.strip());
        detail.put("origins", origins.strip());
        detail.put("addresses", addresses.strip());
        detail.put("hash", text.hash());
        if (!expiresIn.isEmpty()) {
            detail.put(
                    "expires",
                    clock.instant().plus(duration(expiresIn, LONGEST_LIFE)).toString());
        }
        return shown(
                administration.change(new Wish(StaffAct.KEY_MADE.code(), text.hint(), detail), visitor.required()),
                text);
    }

    @POST
    @Path("{key}/rotate")
    @Sensitive
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response rotate(@PathParam("key") UUID id, @FormParam("overlap") @DefaultValue("PT1H") String overlap) {
        var old = keys.find(id).orElseThrow(NotFoundException::new);
        var text = keys.draw(old.kind());
        var wish = new Wish(
                StaffAct.KEY_ROTATED.code(),
                old.hint(),
                Map.of(
                        "key", id.toString(),
                        "name", old.name(),
                        "hint", text.hint(),
                        "hash", text.hash(),
                        "overlap", duration(overlap, LONGEST_OVERLAP).toString()));
        return shown(administration.change(wish, visitor.required()), text);
    }

    /** Closing a door must never wait for somebody else: it may be closed because the key is known already. */
    @POST
    @Path("{key}/revoke")
    @Sensitive
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response revoke(@PathParam("key") UUID id) {
        var key = keys.find(id).orElseThrow(NotFoundException::new);
        keys.revoke(id);
        audit.record(visitor.required(), StaffAct.KEY_REVOKED, key.hint(), Map.of("key", id.toString()));
        return told(wording.words().text("key.told.revoked"));
    }

    /** Somebody looked and knows better than the breaker; it begins to count anew. */
    @POST
    @Path("{key}/release")
    @Sensitive
    public Response release(@PathParam("key") UUID id) {
        var key = keys.find(id).orElseThrow(NotFoundException::new);
        breaker.release(id, key.hint(), visitor.required());
        return told(wording.words().text("key.told.released"));
    }

    private Response shown(Outcome outcome, KeyText text) {
        var words = wording.words();
        if (outcome instanceof Outcome.Refused refused) {
            return told(words.text("approval.refused." + refused.reason()));
        }
        if (outcome instanceof Outcome.WaitsAlready) {
            return told(words.text("approval.told.waits_already"));
        }
        models.put(
                "page",
                new ShownOnce(
                        "keys",
                        words.text("key.shown"),
                        words.text("key.text"),
                        text.reveal(),
                        outcome instanceof Outcome.Waits
                                ? Optional.of(words.text("key.shown.waits"))
                                : Optional.empty()));
        return Response.ok("shown-once.html").build();
    }

    private Response told(String sentence) {
        flash.tell(sentence);
        return Response.seeOther(URI.create("/admin/keys")).build();
    }

    /** The form offers nothing longer. */
    private static Duration duration(String text, Duration longest) {
        try {
            var duration = Duration.parse(text);
            if (duration.isNegative() || duration.compareTo(longest) > 0) {
                throw new BadRequestException();
            }
            return duration;
        } catch (DateTimeParseException wrong) {
            throw new BadRequestException(wrong);
        }
    }
}
