package io.mizan.gateways.qpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.SignedReturns;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.http.ScriptedServer.Received;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** QPay never calls: what it signs, the customer's browser brings. One secret signs in both directions. */
public final class QPayRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new QPayFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of("bank.id", "QPAYPG03", "merchant.id", "SANDBOXM1", "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(new Credential("secret.key", "", secret(number)));
    }

    private static String secret(int number) {
        return "QpSandboxSecret" + number;
    }

    @Override
    public List<Message> messages(int number) {
        var raw = QPayGatewayTest.raw(QPayGatewayTest.bytes(QPayGatewayTest.answer(secret(number))));
        return List.of(gateway -> ((SignedReturns) gateway)
                .verifyReturn(raw, QPayGatewayTest.TARGET)
                .orElseThrow());
    }

    @Override
    public boolean bears(Received call, int number) {
        var fields = new LinkedHashMap<String, String>();
        Form.parse(call.body().getBytes(UTF_8)).fields().forEach(field -> fields.put(field.name(), field.value()));
        var hash = fields.remove(QPayHash.FIELD);
        return QPayVectors.hash(secret(number)).sign(fields).equals(hash);
    }
}
