package sandbox.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who sends whose messages. */
@ApplicationScoped
public class WebhookSenders {
    @Inject
    @Any
    Instance<WebhookSender> senders;

    /** Absent for a provider that sends none. */
    public Optional<WebhookSender> of(String gateway) {
        return senders.stream()
                .filter(sender -> sender.gateway().equals(gateway))
                .findFirst();
    }
}
