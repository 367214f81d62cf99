package sandbox.qpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class QPayAccountProducer {
    @Produces
    @Singleton
    QPayAccount account(
            @ConfigProperty(name = "sandbox.qpay.bank.id", defaultValue = "QPAYPG03") String bankId,
            @ConfigProperty(name = "sandbox.qpay.merchant.id", defaultValue = "SANDBOXM1") String merchantId,
            @ConfigProperty(name = "sandbox.qpay.secret.key") String secretKey) {
        return new QPayAccount(bankId, merchantId, secretKey);
    }
}
