package io.mizan.gatewayaccount;

import io.mizan.gateway.Connection;
import io.mizan.gateway.PaymentGateway;
import io.mizan.outage.GatewayCalls;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Asks a gateway about a payment that does not exist, with the settings that are in use on this server. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class TestConnection {
    private final GatewayCalls calls;
    private final StaffAudit audit;

    /** For the proxy of the container only. */
    protected TestConnection() {
        this(null, null);
    }

    @Inject
    public TestConnection(GatewayCalls calls, StaffAudit audit) {
        this.calls = calls;
        this.audit = audit;
    }

    public Connection test(PaymentGateway gateway, StaffMember who) {
        var connection = calls.checkConnection(gateway);
        audit.record(who, StaffAct.GATEWAY_TESTED, gateway.name().value(), Map.of("outcome", connection.code()));
        return connection;
    }
}
