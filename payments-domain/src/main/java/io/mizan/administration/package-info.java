/**
 * What administrators change: people and API keys; other features, such as the set-up of gateways, go the same way. In live
 * mode each such change needs a second administrator; a deployment that has only one yet lets that one act alone, and says
 * so in the audit, for somebody has to be able to add the second.
 */
package io.mizan.administration;
