package io.mizan.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An account that the server has at a simulated provider, and what each side is told of it. The server finds the
 * provider's API under {@code MIZAN_<NAME>_API_BASE}, the simulator the server's endpoint under
 * {@code SANDBOX_<NAME>_WEBHOOK_URL}; the rest stands in the table.
 *
 * @param name as it stands in the names of settings
 * @param path below which the simulators serve this provider's API
 * @param known names and values that both sides are told alike
 */
record SimulatedAccount(String name, String path, Map<String, String> known, List<Shared> secrets) {
    static final List<SimulatedAccount> ALL = List.of(
            new SimulatedAccount(
                    "STRIPE",
                    "",
                    Map.of(),
                    List.of(
                            new Shared("SECRET_KEY", "SECRET_KEY", Secret.STRIPE_SECRET_KEY),
                            new Shared("WEBHOOK_SECRETS", "WEBHOOK_SECRET", Secret.STRIPE_WEBHOOK_SECRET))),
            new SimulatedAccount(
                    "SQUARE",
                    "/square",
                    Map.of("LOCATION", "LSIM0001", "CURRENCY", "USD"),
                    List.of(
                            new Shared("ACCESS_TOKEN", "ACCESS_TOKEN", Secret.SQUARE_ACCESS_TOKEN),
                            new Shared("SIGNATURE_KEYS", "SIGNATURE_KEY", Secret.SQUARE_SIGNATURE_KEY))),
            new SimulatedAccount(
                    "QPAY",
                    "/qpay/api/gateway/2.0",
                    Map.of("BANK_ID", "QPAYPG03", "MERCHANT_ID", "SANDBOXM1"),
                    List.of(new Shared("SECRET_KEY", "SECRET_KEY", Secret.QPAY_SECRET_KEY))),
            new SimulatedAccount(
                    "PAYPAL",
                    "/paypal",
                    Map.of("CLIENT_ID", "simulated-client", "WEBHOOK_IDS", "8PT597110X687430LKGECATA"),
                    List.of(new Shared("CLIENT_SECRET", "CLIENT_SECRET", Secret.PAYPAL_CLIENT_SECRET))),
            new SimulatedAccount(
                    "BTCPAY",
                    "/btcpay",
                    Map.of("STORE_ID", "SANDBOXSTORE1"),
                    List.of(
                            new Shared("API_KEY", "API_KEY", Secret.BTCPAY_API_KEY),
                            new Shared("WEBHOOK_SECRETS", "WEBHOOK_SECRET", Secret.BTCPAY_WEBHOOK_SECRET))),
            new SimulatedAccount(
                    "RAZORPAY",
                    "/razorpay",
                    Map.of("ACCOUNT", "acc_Simulated00001", "KEY_ID", "rzp_test_Simulated0001"),
                    List.of(
                            new Shared("KEY_SECRETS", "KEY_SECRET", Secret.RAZORPAY_KEY_SECRET),
                            new Shared("WEBHOOK_SECRETS", "WEBHOOK_SECRET", Secret.RAZORPAY_WEBHOOK_SECRET))),
            new SimulatedAccount(
                    "SADAD",
                    "/sadad/api",
                    Map.of(
                            "MERCHANT_ID", "1234567",
                            "WEBSITE", "shop.example",
                            "CONTACT_EMAIL", "payments@shop.example",
                            "CONTACT_MOBILE", "97455512345"),
                    List.of(new Shared("SECRET_KEY", "SECRET_KEY", Secret.SADAD_SECRET_KEY))),
            new SimulatedAccount(
                    "CYBERSOURCE",
                    "/cybersource/rest",
                    Map.of(
                            "PROFILE_ID", "7D2F4C1A-93B0-4E6D-8A55-0C9E1F2A3B4C",
                            "ACCESS_KEY", "0a1b2c3d4e5f30918273645566778899",
                            "MERCHANT_ID", "example_mid_001",
                            "API_KEY_ID", "11111111-2222-3333-4444-555555555555",
                            "WEBHOOK_KEY_ID", "22222222-3333-4444-5555-666666666666"),
                    List.of(
                            new Shared("SECRET_KEY", "SECRET_KEY", Secret.CYBERSOURCE_SECRET_KEY),
                            new Shared("API_SECRET", "API_SECRET", Secret.CYBERSOURCE_API_SECRET),
                            new Shared("WEBHOOK_KEY", "WEBHOOK_KEY", Secret.CYBERSOURCE_WEBHOOK_KEY),
                            new Shared(
                                    "WEBHOOK_PRIVATE_KEYS",
                                    "WEBHOOK_PUBLIC_KEY",
                                    Secret.CYBERSOURCE_WEBHOOK_PRIVATE_KEY,
                                    RsaKey::publicHalf))));

    /**
     * A secret and the ends of its names on both sides.
     *
     * @param told what of it the simulator is told
     */
    record Shared(String atServer, String atSimulator, Secret secret, UnaryOperator<String> told) {
        Shared(String atServer, String atSimulator, Secret secret) {
            this(atServer, atSimulator, secret, UnaryOperator.identity());
        }
    }

    Map<String, String> toldToServer(Wiring wiring) {
        Map<String, String> settings = new HashMap<>();
        settings.put("MIZAN_" + name + "_ENABLED", "true");
        settings.put("MIZAN_" + name + "_API_BASE", wiring.simulators() + path);
        known.forEach((end, value) -> settings.put("MIZAN_" + name + "_" + end, value));
        secrets.forEach(one -> settings.put(
                "MIZAN_" + name + "_" + one.atServer, wiring.secrets().get(one.secret)));
        return settings;
    }

    Map<String, String> toldToSimulators(Wiring wiring) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "SANDBOX_" + name + "_WEBHOOK_URL", wiring.server() + "/webhooks/" + name.toLowerCase(Locale.ROOT));
        known.forEach((end, value) -> settings.put("SANDBOX_" + name + "_" + end, value));
        secrets.forEach(one -> settings.put(
                "SANDBOX_" + name + "_" + one.atSimulator,
                one.told.apply(wiring.secrets().get(one.secret))));
        return settings;
    }
}
