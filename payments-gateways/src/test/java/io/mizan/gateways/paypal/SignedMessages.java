package io.mizan.gateways.paypal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Messages signed with a certificate that is made like PayPal's and is not theirs, and what else the tests sign with. */
final class SignedMessages {
    static final String WEBHOOK_ID = "8PT597110X687430LKGECATA";
    static final String COMMON_NAME = "messageverificationcerts.sandbox.paypal.com";
    static final String ADDRESS = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594";

    private SignedMessages() {}

    /** A published-like vector: what was signed, and the signature. */
    record Signed(String id, String time, String text, long crc, String message, String signature) {
        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        Map<String, String> headers() {
            return new TreeMap<>(Map.of(
                    "paypal-transmission-id", id,
                    "paypal-transmission-time", time,
                    "paypal-transmission-sig", signature,
                    "paypal-cert-url", ADDRESS,
                    "paypal-auth-algo", "SHA256withRSA",
                    "correlation-id", "f1e2d3c4b5a69"));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Signed> all() {
        try (var reader = Json.createReader(new ByteArrayInputStream(resource("signature-vectors.json")))) {
            return reader.readObject().getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
                    .map(vector -> new Signed(
                            vector.getString("transmission_id"),
                            vector.getString("transmission_time"),
                            vector.getString("body"),
                            vector.getJsonNumber("crc32").longValueExact(),
                            vector.getString("message"),
                            vector.getString("signature")))
                    .toList();
        }
    }

    static byte[] resource(String name) {
        try (var file = SignedMessages.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<X509Certificate> root(String name) {
        return Set.of(certificate(name));
    }

    /** Whose signatures they are. */
    static PublicKey signer() {
        return certificate("signing-certificate.pem").getPublicKey();
    }

    private static X509Certificate certificate(String name) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(resource(name)));
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
