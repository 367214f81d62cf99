package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.signature.Hmac;
import io.mizan.gateways.signature.Sha;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The signature of the REST interface: HMAC-SHA256 over host, date, request line, digest of the body and merchant, under
 * the decoded secret.
 */
final class HttpSignature {
    /** As {@link DateTimeFormatter#RFC_1123_DATE_TIME}, and always with two digits for the day. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final String merchantId;
    private final String keyId;
    private final byte[] secret;

    HttpSignature(CyberSourceSettings.Api api) {
        this.merchantId = api.merchantId();
        this.keyId = api.keyId();
        this.secret = Base64.getDecoder().decode(api.secret());
    }

    /** The call with the headers that prove that it is ours. */
    HttpCall signed(HttpCall call, Instant now) {
        var date = DATE.format(now);
        var digest = call.body().length == 0 ? Optional.<String>empty() : Optional.of(digest(call.body()));
        var signature = of(call.method(), call.address(), date, digest);
        var headers = "host date request-target " + (digest.isPresent() ? "digest " : "") + "v-c-merchant-id";
        var dated = call.header("Date", date).header("v-c-merchant-id", merchantId);
        return digest.map(it -> dated.header("Digest", it))
                .orElse(dated)
                .header(
                        "Signature",
                        "keyid=\"" + keyId + "\", algorithm=\"HmacSHA256\", headers=\"" + headers + "\", signature=\""
                                + signature + "\"");
    }

    String of(String method, URI address, String date, Optional<String> digest) {
        var text = "host: " + host(address) + "\ndate: " + date + "\nrequest-target: "
                + method.toLowerCase(Locale.ROOT) + " " + target(address)
                + digest.map(it -> "\ndigest: " + it).orElse("") + "\nv-c-merchant-id: " + merchantId;
        return Base64.getEncoder().encodeToString(Hmac.sha256(secret, text.getBytes(UTF_8)));
    }

    static String digest(byte[] body) {
        return "SHA-256=" + Base64.getEncoder().encodeToString(Sha.sha256(body));
    }

    /** As the client writes it: with the port where that is not the scheme's own. */
    private static String host(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 || address.getPort() == usual
                ? address.getHost()
                : address.getHost() + ":" + address.getPort();
    }

    /** As it goes on the wire; encoding it anew would break the signature. */
    private static String target(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
