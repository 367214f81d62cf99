package io.mizan.launcher;

/** The secrets that a home needs, and the form of each. */
public enum Secret {
    DATABASE_PASSWORD("database.password", Form.TOKEN),
    SANDBOX_DATABASE_PASSWORD("sandbox.database.password", Form.TOKEN),
    MASTER_KEY("master.key", Form.KEY_256),
    STRIPE_SECRET_KEY("stripe.secret.key", Form.TEST_SECRET_KEY),
    STRIPE_WEBHOOK_SECRET("stripe.webhook.secret", Form.WEBHOOK_SECRET),
    QPAY_SECRET_KEY("qpay.secret.key", Form.TOKEN),
    PAYPAL_CLIENT_SECRET("paypal.client.secret", Form.TOKEN),
    BTCPAY_API_KEY("btcpay.api.key", Form.TOKEN),
    BTCPAY_WEBHOOK_SECRET("btcpay.webhook.secret", Form.TOKEN),
    RAZORPAY_KEY_SECRET("razorpay.key.secret", Form.TOKEN),
    RAZORPAY_WEBHOOK_SECRET("razorpay.webhook.secret", Form.TOKEN),
    SADAD_SECRET_KEY("sadad.secret.key", Form.TOKEN),
    CYBERSOURCE_SECRET_KEY("cybersource.secret.key", Form.TOKEN),
    CYBERSOURCE_API_SECRET("cybersource.api.secret", Form.KEY_256),
    CYBERSOURCE_WEBHOOK_KEY("cybersource.webhook.key", Form.KEY_256),
    CYBERSOURCE_WEBHOOK_PRIVATE_KEY("cybersource.webhook.private.key", Form.RSA_KEY),
    SQUARE_ACCESS_TOKEN("square.access.token", Form.TOKEN),
    SQUARE_SIGNATURE_KEY("square.signature.key", Form.TOKEN),
    DEMO_SECRET_KEY("demo.secret.key", Form.TEST_SECRET_KEY),
    DEMO_PUBLISHABLE_KEY("demo.publishable.key", Form.TEST_PUBLISHABLE_KEY),
    SUPPORT_PASSWORD("demo.support.password", Form.PASSWORD),
    FINANCE_PASSWORD("demo.finance.password", Form.PASSWORD),
    OPERATOR_PASSWORD("demo.operator.password", Form.PASSWORD),
    ADMINISTRATOR_PASSWORD("demo.administrator.password", Form.PASSWORD);

    private enum Form {
        TOKEN,
        KEY_256,
        RSA_KEY,
        TEST_SECRET_KEY,
        TEST_PUBLISHABLE_KEY,
        WEBHOOK_SECRET,
        PASSWORD
    }

    private final String key;
    private final Form form;

    Secret(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /** Its name in the file of secrets. */
    public String key() {
        return key;
    }

    /** A new one that nobody can guess. */
    String fresh() {
        return switch (form) {
            case TOKEN -> RandomText.token(40);
            case KEY_256 -> RandomText.key256();
            case RSA_KEY -> RsaKey.fresh();
            case TEST_SECRET_KEY -> "sk_test_" + RandomText.token(40);
            case TEST_PUBLISHABLE_KEY -> "pk_test_" + RandomText.token(40);
            case WEBHOOK_SECRET -> "whsec_" + RandomText.token(40);
            case PASSWORD -> RandomText.password();
        };
    }
}
