package io.mizan.gateways.contract;

import static io.mizan.testbed.TestBed.simulator;

import io.mizan.gateway.Operation;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the simulators have in common: a control page whose acts and rules are the same for all. */
public abstract class HttpSimulator implements SimulatedProvider {
    private final String gateway;
    private final Map<Operation, String> calls;

    /** @param calls how the simulator names the calls behind our operations, for rules about them */
    protected HttpSimulator(String gateway, Map<Operation, String> calls) {
        this.gateway = gateway;
        this.calls = Map.copyOf(calls);
    }

    @Override
    public Clock clock() {
        var offset = simulator().get("/control/api/clock").expect(200).json().getInt("offset_seconds");
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(offset));
    }

    /** By which of our references the simulator knows what it was asked for. */
    protected String referenceOf(Payment payment) {
        return payment.order().toString();
    }

    /** By which of our references a rule means it. */
    protected String ruledBy(Payment payment) {
        return referenceOf(payment);
    }

    @Override
    public void takesAnotherAmount(Payment payment, long minor) {
        rule(payment, "amount", Json.createObjectBuilder().add("amount", minor));
    }

    @Override
    public void takesAnotherCurrency(Payment payment, String currency) {
        rule(payment, "currency", Json.createObjectBuilder().add("currency", currency.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void hangs(Payment payment, Operation operation, boolean afterActing, Duration howLong) {
        misbehaves(payment, afterActing ? "time_out_after" : "time_out_before", operation, howLong);
    }

    @Override
    public void fails(Payment payment, Operation operation) {
        rule(payment, "server_error", call(operation));
    }

    @Override
    public void turnsAway(Payment payment, Operation operation, Duration retryAfter) {
        misbehaves(payment, "rate_limited", operation, retryAfter);
    }

    /** Something goes wrong with the next call behind that operation about that order. */
    protected final void misbehaves(Payment payment, String kind, Operation operation, Duration howLong) {
        rule(payment, kind, call(operation).add("seconds", howLong.toSeconds()));
    }

    /** Something goes wrong with the next call of that name about that order. */
    public final void misbehaves(Payment payment, String kind, String call, Duration howLong) {
        rule(payment, kind, Json.createObjectBuilder().add("operation", call).add("seconds", howLong.toSeconds()));
    }

    /** Something goes wrong with the next message about that order. */
    public final void misbehaves(Payment payment, String kind) {
        rule(payment, kind, Json.createObjectBuilder());
    }

    /** Something goes wrong with the next message, or call of whatever name, about that order. */
    public final void misbehaves(Payment payment, String kind, Duration howLong) {
        rule(payment, kind, Json.createObjectBuilder().add("seconds", howLong.toSeconds()));
    }

    private JsonObjectBuilder call(Operation operation) {
        var name = calls.get(operation);
        if (name == null) {
            throw new UnsupportedOperationException(operation.code() + " makes no call at " + gateway);
        }
        return Json.createObjectBuilder().add("operation", name);
    }

    protected final void rule(Payment payment, String kind, JsonObjectBuilder setting) {
        var rule = setting.add("gateway", gateway)
                .add("session", ruledBy(payment))
                .add("kind", kind)
                .build();
        simulator().post("/control/api/rules", rule).expect(201);
    }

    /** Somebody does something at the provider. */
    public final void act(String page, String act, Map<String, String> fields) {
        var body = Json.createObjectBuilder();
        fields.forEach(body::add);
        simulator().post(control("/sessions/" + page + "/" + act), body.build()).expect(200);
    }

    protected final List<JsonObject> events(String page) {
        return listed(control("/events?session=" + page));
    }

    @Override
    public long pages(Payment payment) {
        return listed(control("/sessions?reference=" + referenceOf(payment))).size();
    }

    private static List<JsonObject> listed(String path) {
        return simulator().get(path).expect(200).json().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    private String control(String path) {
        return "/control/api/" + gateway + path;
    }
}
