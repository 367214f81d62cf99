package io.mizan.admin.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is said against settings of gateways: read from the adapters where it stands there as it is, else listed. */
final class ObjectionSentences {
    private static final Path ADAPTERS = Path.of("../payments-gateways/src/main/java");
    private static final Pattern SOURCES = Pattern.compile(".*(?:Settings|Requirements|MessageKeys|QPayCodes)\\.java");
    /** The last argument of a requirement. */
    private static final Pattern SENTENCE = Pattern.compile("\"([A-Za-z][^\"\\\\]* [^\"\\\\]*)\"\\s*\\)\\s*\\)?;");

    private static final List<String> OTHERS = List.of(
            "this is live mode: the id of the Razorpay key begins with rzp_live_",
            "the address of the BTCPay Server is missing",
            "its secrets do not open under the master key that is here",
            "A setting is at most 700 characters in one line",
            "An empty setting is none",
            "A switch is true or false",
            "A place is a number from 1",
            "a range begins at its lower end",
            "An amount is written like QAR, QAR:10.00-5000.00 or QAR:-5000.00",
            "A duration is written like PT30S or PT2M",
            "MIZAN_STRIPE_SECRET_KEY is a live key and this is the sandbox: use a test key, or MIZAN_MODE=live",
            "MIZAN_STRIPE_SECRET_KEY is a test key and this is live mode: use a live key, or MIZAN_MODE=sandbox");

    /** One of each that names something beside, by the name of its text. */
    static final List<String> WITH_VALUES = List.of(
            "between|the time to pay is between PT45M and PT24H",
            "one_or_two|there is one secret key, or the new and the old one while they change",
            "host_and_path|the address of the page has a host and a path, and nothing else",
            "https|the address of the API begins with https; only in sandbox mode it may be http on this machine",
            "no_slash|the address of the interface has no slash at its end",
            "too_short|a Razorpay key secret is too short",
            "country|XX is no country of ISO 3166: two capitals, such as QA",
            "currency|XXY is no currency of ISO 4217",
            "finer|10.001 is finer than QAR is counted",
            "caller|\"300.1.1.1\" is none: an address looks like 192.0.2.7 or 2001:db8::7",
            "begins_with|the Stripe secret key of this mode begins with sk_test_ or rk_test_",
            "one_of|the currency of the Square location is one of EUR, USD",
            "paypal_address|the address of PayPal's API is https://api-m.paypal.com in live mode and"
                    + " https://api-m.sandbox.paypal.com in sandbox mode, where it may also be http on this machine,"
                    + " without a slash at its end",
            "budget|The budget of a call is at most PT30S beside the leases here",
            "broken_after|the time after which it is broken exceeds the time to pay by more than PT20M, the life of a page",
            "halves|the webhook.key was entered without its webhook.key.id; enter both anew");

    private static final List<String> WHAT = List.of(
            "monitoring",
            "time to pay",
            "tolerance of webhooks",
            "age of a message",
            "time to hold",
            "life of a token",
            "connect time-out",
            "call budget",
            "life of a page",
            "time after which it is broken",
            "time to watch",
            "inquiry interval",
            "life of an idempotency key",
            "secret of the webhook",
            "security key of the profile",
            "secret key",
            "webhook signature key",
            "key secret",
            "webhook secret",
            "BTCPay Server",
            "page",
            "interface",
            "gateway",
            "API");

    private ObjectionSentences() {}

    static Set<String> asTheyAre() throws IOException {
        var sentences = new TreeSet<>(OTHERS);
        try (var files = Files.walk(ADAPTERS)) {
            for (var file :
                    files.filter(it -> SOURCES.matcher(it.toString()).matches()).toList()) {
                SENTENCE.matcher(Files.readString(file)).results().forEach(found -> sentences.add(found.group(1)));
            }
        }
        return sentences;
    }

    /** The names of all texts, without their beginning. */
    static Set<String> texts() throws IOException {
        var names = new TreeSet<String>();
        asTheyAre().forEach(sentence -> names.add(Objections.slug(sentence)));
        WITH_VALUES.forEach(sentence -> names.add(sentence.replaceAll("\\|.*", "")));
        WHAT.forEach(what -> names.add("what." + Objections.slug(what)));
        names.add("other");
        return names;
    }
}
