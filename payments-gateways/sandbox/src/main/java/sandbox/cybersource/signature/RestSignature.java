package sandbox.cybersource.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.signature.Hmac;

/**
 * HTTP signatures of REST calls. The text is rebuilt from whatever the header's own list names, in either of the spellings
 * that the guides have known.
 */
public final class RestSignature {
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final CyberSourceAccount.Api account;

    public RestSignature(CyberSourceAccount.Api account) {
        this.account = account;
    }

    /**
     * A call as it came.
     *
     * @param target path and query, as they stood in the request line
     * @param header finds a header by its name
     */
    public record Call(String method, String target, Function<String, Optional<String>> header, String body) {
        private String line(String name) {
            return switch (name) {
                case "request-target", "(request-target)" -> method.toLowerCase(Locale.ROOT) + " " + target;
                default -> header.apply(name).orElse("");
            };
        }
    }

    /** @param clocks one of which the call's date must be near to */
    public boolean isGood(Call call, List<Instant> clocks) {
        var parts = parts(call.header.apply("Signature").orElse(""));
        var names = List.of(parts.getOrDefault("headers", "").split(" ", -1));
        var text = new StringBuilder();
        names.forEach(name -> text.append(text.isEmpty() ? "" : "\n")
                .append(name)
                .append(": ")
                .append(call.line(name)));
        return account.keyId().equals(parts.get("keyid"))
                && "HmacSHA256".equals(parts.get("algorithm"))
                && coversEnough(names, !call.body.isEmpty())
                && call.header
                        .apply("v-c-merchant-id")
                        .filter(account.merchantId()::equals)
                        .isPresent()
                && isOfNow(call, clocks)
                && (call.body.isEmpty()
                        || digest(call.body).equals(call.header.apply("Digest").orElse("")))
                && MessageDigest.isEqual(
                        Hmac.base64(Base64.getDecoder().decode(account.secret()), text.toString())
                                .getBytes(UTF_8),
                        parts.getOrDefault("signature", "").getBytes(UTF_8));
    }

    private static boolean coversEnough(List<String> names, boolean hasBody) {
        return names.contains("host")
                && (names.contains("date") || names.contains("v-c-date"))
                && (names.contains("request-target") || names.contains("(request-target)"))
                && names.contains("v-c-merchant-id")
                && (!hasBody || names.contains("digest"));
    }

    private static boolean isOfNow(Call call, List<Instant> clocks) {
        var date = call.header.apply("Date").or(() -> call.header.apply("v-c-date"));
        try {
            var at = ZonedDateTime.parse(date.orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return clocks.stream()
                    .anyMatch(now -> Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String digest(String body) {
        try {
            return "SHA-256="
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    private static Map<String, String> parts(String header) {
        var parts = new HashMap<String, String>();
        PART.matcher(header).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        return parts;
    }
}
