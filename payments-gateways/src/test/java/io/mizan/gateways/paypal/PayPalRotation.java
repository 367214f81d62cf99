package io.mizan.gateways.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.http.ScriptedServer.Received;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** PayPal signs with certificates of its own: no message of its depends on a secret of ours. */
public final class PayPalRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new PayPalFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of("webhook.ids", "WH-1", "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(new Credential("client.secret", "client-" + number, "hush-" + number));
    }

    @Override
    public List<Message> messages(int number) {
        return List.of();
    }

    /** The first call is for a token. */
    @Override
    public boolean bears(Received call, int number) {
        var both = ("client-" + number + ":hush-" + number).getBytes(UTF_8);
        return call.header("Authorization")
                .equals("Basic " + Base64.getEncoder().encodeToString(both));
    }
}
