package sandbox.square.book;

import static sandbox.square.book.SquareJson.array;
import static sandbox.square.book.SquareJson.money;
import static sandbox.square.book.SquareJson.object;
import static sandbox.square.book.SquareJson.over;
import static sandbox.square.book.SquareJson.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;
import sandbox.settings.Settings;
import sandbox.square.SquareAccount;
import sandbox.store.Thing;
import sandbox.store.Things;

/** All checkouts. Each act is one transaction under the lock of its order, its events with it. */
@ApplicationScoped
public class Checkouts {
    public static final String ORDER = "order";
    public static final String LINK = "link";
    public static final String PAYMENT = "payment";
    public static final String REFUND = "refund";

    @Inject
    SquareAccount account;

    @Inject
    Settings settings;

    @Inject
    Things things;

    @Inject
    SquareEvents events;

    @Inject
    Rules rules;

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    /** Opens a link for an order that was checked. */
    public Checkout open(NewLink wanted) {
        var now = clock.now();
        var orderId = SquareIds.order();
        var linkId = SquareIds.link();
        var order = Documents.order(orderId, wanted, account, now);
        var link = Documents.link(linkId, orderId, pageUrl(linkId), wanted, now);
        return database.transaction(() -> {
            things.add(thing(ORDER, orderId, orderId, wanted.reference(), order, now));
            things.add(thing(LINK, linkId, orderId, wanted.reference(), link, now));
            var opened = find(orderId).orElseThrow();
            events.send(opened, List.of(events.ofOrder("order.created", "order_created", opened.order())));
            return opened;
        });
    }

    /** Deletes a link and cancels its order, if that was not paid; answers the id of an order cancelled by it. */
    public Optional<String> delete(String linkId) {
        return database.transaction(() -> {
            var checkout = ofLink(linkId)
                    .map(it -> locked(it.id()))
                    .filter(it -> it.link().isPresent())
                    .orElseThrow(() -> SquareError.notFound("Payment link", linkId));
            var link = checkout.link().orElseThrow();
            write(LINK, linkId, over(link).add("deleted", true).build());
            if (checkout.paid().isPresent()) {
                return Optional.<String>empty();
            }
            changeOrder(checkout, order -> order.add("state", "CANCELED"));
            var after = find(checkout.id()).orElseThrow();
            events.send(after, List.of(events.ofOrder("order.updated", "order_updated", after.order())));
            return Optional.of(checkout.id());
        });
    }

    /** Submits a card. One whose issuer asks for authentication waits for {@link #authenticate}. */
    public Checkout pay(String orderId, SubmittedCard card) {
        return database.transaction(() -> {
            var checkout = payable(orderId);
            if (card.challenged() && card.decline().isEmpty()) {
                setChallenge(checkout, Optional.of(card.brand() + " " + card.lastFour()));
                return find(orderId).orElseThrow();
            }
            return charged(checkout, card.brand(), card.lastFour(), card.decline());
        });
    }

    /** A card is approved and its payment then given up by Square: the link takes another. */
    public Checkout giveUp(String orderId) {
        return database.transaction(() -> {
            var checkout = payable(orderId);
            var now = clock.now();
            var id = SquareIds.payment();
            var amount = money(checkout.minor(), checkout.currency()).build();
            var canceled = Documents.canceled(Documents.payment(id, checkout, amount, account, now), now);
            things.add(thing(PAYMENT, id, checkout.id(), Optional.empty(), canceled, now));
            events.send(
                    checkout,
                    List.of(
                            events.of("payment.created", PAYMENT, Documents.approved(canceled)),
                            events.of("payment.updated", PAYMENT, canceled)));
            return find(orderId).orElseThrow();
        });
    }

    /** Answers the issuer's question. */
    public Checkout authenticate(String orderId, boolean successfully) {
        return database.transaction(() -> {
            var checkout = payable(orderId);
            var card = checkout.challengedCard()
                    .orElseThrow(() -> SquareError.invalid("BAD_REQUEST", "Nobody asked for authentication."))
                    .split(" ", 2);
            setChallenge(checkout, Optional.empty());
            return charged(
                    payable(orderId),
                    card[0],
                    card[1],
                    successfully ? Optional.empty() : Optional.of("CARD_DECLINED_VERIFICATION_REQUIRED"));
        });
    }

    /** Gives money back: pending in the answer, completed right after. */
    public JsonObject refund(String paymentId, long amount, String currency, Optional<String> reason) {
        return database.transaction(() -> {
            var checkout = things.find(SquareAccount.GATEWAY, PAYMENT, paymentId)
                    .map(payment -> locked(payment.subject()))
                    .orElseThrow(() -> SquareError.notFound("Payment", paymentId));
            var payment = document(PAYMENT, paymentId).orElseThrow();
            Documents.requireRefundable(payment, amount, currency);
            var now = clock.now();
            var id = SquareIds.refund(paymentId);
            var pending =
                    Documents.refund(id, paymentId, money(amount, currency).build(), reason, account, now);
            var completed = over(pending).add("status", "COMPLETED").build();
            things.add(thing(REFUND, id, checkout.id(), Optional.empty(), completed, now));
            var changed = Documents.refunded(payment, completed, now);
            write(PAYMENT, paymentId, changed);
            events.send(
                    checkout,
                    List.of(
                            events.of("refund.created", REFUND, pending),
                            events.of("refund.updated", REFUND, completed),
                            events.of("payment.updated", PAYMENT, changed)));
            return pending;
        });
    }

    /** The checkout of an order. */
    public Optional<Checkout> find(String orderId) {
        return document(ORDER, orderId).map(order -> {
            var link = things.ofSubject(SquareAccount.GATEWAY, LINK, orderId).get(0);
            var document = SquareJson.read(link.body());
            return new Checkout(
                    order,
                    Optional.of(document).filter(it -> !it.containsKey("deleted")),
                    link.id(),
                    SquareJson.text(document.getJsonObject("checkout_options"), "redirect_url"),
                    SquareJson.text(document, "challenged_card"),
                    documents(PAYMENT, orderId),
                    documents(REFUND, orderId));
        });
    }

    public Optional<Checkout> ofLink(String linkId) {
        return things.find(SquareAccount.GATEWAY, LINK, linkId).flatMap(link -> find(link.subject()));
    }

    /** The checkout of any id, for rules that mean one. */
    public Optional<Checkout> ofAnything(String id) {
        return things.anything(SquareAccount.GATEWAY, id).flatMap(thing -> find(thing.subject()));
    }

    public List<Checkout> latest(Optional<String> reference, int atMost) {
        return things.latest(SquareAccount.GATEWAY, ORDER, reference, atMost).stream()
                .map(order -> find(order.id()).orElseThrow())
                .toList();
    }

    /** One of Square's documents, as the API shows it. */
    public Optional<JsonObject> document(String kind, String id) {
        return things.find(SquareAccount.GATEWAY, kind, id).map(thing -> SquareJson.read(thing.body()));
    }

    /** Newest first. */
    public List<JsonObject> latestDocuments(String kind, int atMost) {
        return things.latest(SquareAccount.GATEWAY, kind, Optional.empty(), atMost).stream()
                .map(thing -> SquareJson.read(thing.body()))
                .toList();
    }

    public String pageUrl(String linkId) {
        return settings.publicUrl() + "/square/pay/" + linkId;
    }

    private Checkout charged(Checkout checkout, String brand, String lastFour, Optional<String> decline) {
        var now = clock.now();
        var id = SquareIds.payment();
        var card = object().add("card_brand", brand).add("last_4", lastFour).build();
        var amount = asked(checkout);
        var payment = Documents.payment(id, checkout, amount, account, now);
        var why = taken(Misbehaviour.DECLINE, checkout).map(Rule::code).or(() -> decline);
        if (why.isPresent()) {
            var failed = Documents.declined(payment, card, why.get());
            things.add(thing(PAYMENT, id, checkout.id(), Optional.empty(), failed, now));
            events.send(checkout, List.of(events.of("payment.updated", PAYMENT, failed)));
            return find(checkout.id()).orElseThrow();
        }
        var completed = Documents.completed(payment, card, now);
        var withFee = Documents.withFee(completed, now);
        things.add(thing(PAYMENT, id, checkout.id(), Optional.empty(), withFee, now));
        changeOrder(checkout, order -> order.add("state", "OPEN")
                .add("tenders", array().add(Documents.tender(id, amount))));
        var paid = find(checkout.id()).orElseThrow();
        events.send(
                paid,
                List.of(
                        events.of("payment.created", PAYMENT, Documents.approved(completed)),
                        events.of("payment.updated", PAYMENT, completed),
                        events.ofOrder("order.updated", "order_updated", paid.order()),
                        events.of("payment.updated", PAYMENT, withFee)));
        return paid;
    }

    /** What the checkout is about, unless a rule takes something else. */
    private JsonObject asked(Checkout checkout) {
        var amount = taken(Misbehaviour.AMOUNT, checkout).map(Rule::number).orElse(checkout.minor());
        var currency = taken(Misbehaviour.CURRENCY, checkout)
                .map(rule -> rule.code().toUpperCase(Locale.ROOT))
                .orElse(checkout.currency());
        return money(amount, currency).build();
    }

    private Checkout payable(String orderId) {
        var checkout = locked(orderId);
        if (!checkout.isPayable()) {
            throw SquareError.invalid("BAD_REQUEST", "This page takes no more money.");
        }
        return checkout;
    }

    private Checkout locked(String orderId) {
        return things.locked(SquareAccount.GATEWAY, ORDER, orderId)
                .flatMap(order -> find(order.id()))
                .orElseThrow(() -> SquareError.notFound("Order", orderId));
    }

    private void setChallenge(Checkout checkout, Optional<String> card) {
        var link = over(checkout.link().orElseThrow()).remove("challenged_card");
        card.ifPresent(it -> link.add("challenged_card", it));
        write(LINK, checkout.linkId(), link.build());
    }

    private void changeOrder(Checkout checkout, UnaryOperator<JsonObjectBuilder> change) {
        var order = checkout.order();
        var changed = over(order).add("version", order.getInt("version") + 1).add("updated_at", time(clock.now()));
        write(ORDER, checkout.id(), change.apply(changed).build());
    }

    private Optional<Rule> taken(Misbehaviour kind, Checkout checkout) {
        return rules.take(SquareAccount.GATEWAY, kind, checkout.names());
    }

    private List<JsonObject> documents(String kind, String orderId) {
        return things.ofSubject(SquareAccount.GATEWAY, kind, orderId).stream()
                .map(thing -> SquareJson.read(thing.body()))
                .toList();
    }

    private void write(String kind, String id, JsonObject document) {
        things.write(things.find(SquareAccount.GATEWAY, kind, id).orElseThrow().with(document.toString()));
    }

    private static Thing thing(
            String kind, String id, String order, Optional<String> reference, JsonObject document, Instant now) {
        return new Thing(SquareAccount.GATEWAY, kind, id, order, reference, Optional.empty(), now, document.toString());
    }
}
