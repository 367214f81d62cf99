package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Callback;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.http.ScriptedServer.Received;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three keys with a name each: of the page, of the interface, of the webhooks; and one that opens encrypted webhooks. */
public final class CyberSourceRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new CyberSourceFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of(
                "profile.id", CyberSourceVectors.PROFILE, "merchant.id", "example_mid_001", "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(
                new Credential("secret.key", accessKey(number), secret(number)),
                new Credential("api.secret", keyId(number), base64("interface-" + number)),
                new Credential("webhook.key", "webhook-" + number, base64("webhook-key-" + number)),
                new Credential("webhook.private.keys", "", SealedMessage.written(number)));
    }

    private static String accessKey(int number) {
        return Integer.toString(number).repeat(32);
    }

    private static String secret(int number) {
        return ("f" + number).repeat(32);
    }

    private static String keyId(int number) {
        return "11111111-2222-3333-4444-55555555555" + number;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Override
    public List<Message> messages(int number) {
        var posted = CyberSourceVectors.posted(
                CyberSourceVectors.reply(new CyberSourceSettings.SecurityKey(accessKey(number), secret(number))));
        var body = CyberSourceGatewayTest.NOTIFICATION.getBytes(UTF_8);
        var sealed =
                SealedMessage.of(CyberSourceGatewayTest.NOTIFICATION, number).getBytes(UTF_8);
        var time = Long.toString(now().toEpochMilli());
        var signature = Base64.getEncoder()
                .encodeToString(NotificationSignature.of(base64("webhook-key-" + number), time, body));
        var header =
                Map.of(NotificationSignature.HEADER, "t=" + time + ";keyId=webhook-" + number + ";sig=" + signature);
        var notification = new Callback.Raw(header, body);
        var encrypted = new Callback.Raw(header, sealed);
        return List.of(
                gateway -> gateway.verify(posted),
                gateway -> gateway.verify(notification),
                gateway -> gateway.verify(encrypted));
    }

    @Override
    public boolean bears(Received call, int number) {
        var address = URI.create("http://" + call.header("Host") + call.target());
        var digest = Optional.of(call.header("Digest")).filter(text -> !text.isEmpty());
        var signature = new HttpSignature(new CyberSourceSettings.Api(
                        address, "example_mid_001", keyId(number), base64("interface-" + number)))
                .of(call.method(), address, call.header("Date"), digest);
        return call.header("Signature").contains("keyid=\"" + keyId(number) + "\"")
                && call.header("Signature").contains("signature=\"" + signature + "\"");
    }
}
