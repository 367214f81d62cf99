package io.mizan.gateways.paypal;

import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What PayPal says when it refuses: {@code name} and {@code details[].issue}, or OAuth's {@code error}.
 *
 * @param name empty if the answer is none of PayPal's
 * @param issues in PayPal's order, the first of which decides
 * @param redirect where the payer is to be sent again, if it says so
 */
record PayPalError(String name, List<String> issues, Optional<URI> redirect) {
    private static final PayPalError NOT_PAYPALS = new PayPalError("", List.of(), Optional.empty());

    static PayPalError in(HttpReply.Answered answer) {
        try {
            var document = JsonDocument.parse(answer.body());
            return new PayPalError(
                    document.text("name").or(() -> document.text("error")).orElse(""),
                    document.objects("details").stream()
                            .flatMap(detail -> detail.text("issue").stream())
                            .toList(),
                    PayPalLinks.payerAction(document));
        } catch (IllegalArgumentException unreadable) {
            return NOT_PAYPALS;
        }
    }

    boolean isPayPals() {
        return !name.isEmpty();
    }

    boolean has(String issue) {
        return issues.contains(issue);
    }

    /** The word that says most, fit for rows and logs. */
    String word() {
        return Words.forLog(issues.stream().findFirst().orElse(name.isEmpty() ? "no error of PayPal's" : name));
    }
}
