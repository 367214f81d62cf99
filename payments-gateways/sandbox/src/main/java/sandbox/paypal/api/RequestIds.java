package sandbox.paypal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import sandbox.clock.SimulatedClock;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.PayPalRefused;
import sandbox.store.Thing;
import sandbox.store.Things;

/** What each {@code PayPal-Request-Id} was used for. A request that was refused leaves no trace. */
@ApplicationScoped
class RequestIds {
    private static final String KIND = "request";
    private static final int LONGEST = 100;

    @Inject
    Things things;

    @Inject
    SimulatedClock clock;

    /**
     * What an earlier request under this id came to.
     *
     * @throws PayPalRefused if that one asked something else
     */
    Optional<Done> known(Operation operation, Request request) {
        var id = request.requestId().orElseThrow();
        if (id.length() > LONGEST) {
            throw PayPalRefused.invalid("INVALID_STRING_LENGTH");
        }
        return things.find(PayPalAccount.GATEWAY, KIND, id)
                .map(thing -> thing.body().split("\n", -1))
                .filter(lines -> clock.now().toEpochMilli()
                        < Long.parseLong(lines[3]) + operation.remembered().toMillis())
                .map(lines -> {
                    if (!lines[0].equals(fingerprint(request))) {
                        throw PayPalRefused.unprocessable("PAYPAL_REQUEST_ID_PREVIOUSLY_USED");
                    }
                    return Done.found(lines[1], lines[2]);
                });
    }

    void remember(Request request, Done done) {
        var now = clock.now();
        var thing = new Thing(
                PayPalAccount.GATEWAY,
                KIND,
                request.requestId().orElseThrow(),
                done.id(),
                Optional.empty(),
                Optional.empty(),
                now,
                String.join("\n", fingerprint(request), done.kind(), done.id(), Long.toString(now.toEpochMilli())));
        if (things.find(PayPalAccount.GATEWAY, KIND, thing.id()).isPresent()) {
            things.write(thing);
        } else {
            things.add(thing);
        }
    }

    private static String fingerprint(Request request) {
        return UUID.nameUUIDFromBytes((request.path() + "\n" + request.text()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
