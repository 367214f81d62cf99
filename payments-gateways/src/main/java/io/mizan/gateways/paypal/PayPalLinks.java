package io.mizan.gateways.paypal;

import io.mizan.gateways.json.JsonDocument;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The {@code links} of an object of PayPal's (HATEOAS). */
final class PayPalLinks {
    /** The same page under three names: with a payment source, without one, and after a decline. */
    private static final List<String> PAGE = List.of("payer-action", "approve", "redirect");

    private PayPalLinks() {}

    /** Where the payer approves. */
    static Optional<URI> payerAction(JsonDocument document) {
        return PAGE.stream()
                .flatMap(rel -> href(document, rel).stream())
                .filter(PayPalLinks::isWeb)
                .findFirst();
    }

    /** The id of the object above, the last part of its address. */
    static Optional<String> up(JsonDocument document) {
        return href(document, "up")
                .map(URI::getRawPath)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(id -> id.matches("[A-Za-z0-9-]{1,60}"));
    }

    private static Optional<URI> href(JsonDocument document, String rel) {
        return document.objects("links").stream()
                .filter(link -> link.text("rel").filter(rel::equals).isPresent())
                .flatMap(link -> link.text("href").stream())
                .findFirst()
                .map(URI::create);
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }
}
