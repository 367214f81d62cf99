package io.mizan.gateways.sadad;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.SignedReturns;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.http.ScriptedServer.Received;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One secret signs what the browser and SADAD bring, another opens its interface. */
public final class SadadRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new SadadFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of(
                "merchant.id", "1234567",
                "website", "shop.example",
                "contact.email", "payments@shop.example",
                "contact.mobile", "97455512345",
                "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(
                new Credential("secret.key", "", secret(number)),
                new Credential("api.secret.key", "", apiSecret(number)));
    }

    private static String secret(int number) {
        return "SadadTestSecret" + number;
    }

    private static String apiSecret(int number) {
        return "SadadApiSecret" + number;
    }

    @Override
    public List<Message> messages(int number) {
        var returned = SadadGatewayTest.raw(SadadGatewayTest.bytes(SadadGatewayTest.paid(secret(number))));
        var webhook = SadadGatewayTest.raw(SadadGatewayTest.webhook(secret(number)));
        return List.of(gateway -> gateway.verify(webhook), gateway -> ((SignedReturns) gateway)
                .verifyReturn(returned, SadadGatewayTest.TARGET)
                .orElseThrow());
    }

    /** The first call is for a token. */
    @Override
    public boolean bears(Received call, int number) {
        return call.body().contains("\"secretKey\":\"" + apiSecret(number) + "\"");
    }
}
