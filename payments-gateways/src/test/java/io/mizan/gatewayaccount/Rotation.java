package io.mizan.gatewayaccount;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.http.ScriptedServer.Received;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How one provider uses credentials that are exchanged. They are numbered: the first is the oldest. */
public interface Rotation {
    AdapterFactory factory();

    /** All that is set and is no credential, without {@code mizan.<gateway>.}. */
    Map<String, String> settings(URI api);

    /** Every secret, and the name that the provider knows it by. */
    List<Credential> credentials(int number);

    /**
     * Messages of the provider's or of a browser, signed under these credentials; none where it signs with no secret of
     * ours.
     */
    List<Message> messages(int number);

    /** Whether a call proves that it was made with these credentials. */
    boolean bears(Received call, int number);

    /** When the messages were sent. */
    default Instant now() {
        return Instant.parse("2026-03-01T09:15:30Z");
    }

    /** @param keyName empty where it has none */
    record Credential(String setting, String keyName, String secret) {}

    interface Message {
        Callback.Verdict judgedBy(PaymentGateway gateway);
    }
}
