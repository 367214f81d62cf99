/** Which gateways a checkout page may offer. */
package io.mizan.web.gateway;
