package sandbox.qpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class QPayAccountProducer {
    @Inject
    @ConfigProperty(name = "sandbox.qpay.bank.id", defaultValue = "QPAYPG03")
    String bankId;

    @Inject
    @ConfigProperty(name = "sandbox.qpay.merchant.id", defaultValue = "SANDBOXM1")
    String merchantId;

    @Inject
    @ConfigProperty(name = "sandbox.qpay.secret.key")
    String secretKey;

    @Produces
    @Singleton
    QPayAccount account() {
        return new QPayAccount(bankId, merchantId, secretKey);
    }
}
