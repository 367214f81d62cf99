/** The addresses that gateways call, of the running system. */
package io.mizan.gateways.endpoint;
