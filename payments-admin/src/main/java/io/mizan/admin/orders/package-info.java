/** Orders: the latest of them, the ones that somebody looks for, and one of them explained. */
package io.mizan.admin.orders;
