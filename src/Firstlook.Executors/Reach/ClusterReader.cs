namespace Firstlook.Executors.Reach;

/// <summary>An identity in a cluster that can only read, as YAML for its administrator (kubernetes.io, "Using RBAC Authorization"). Secrets are not among what it reads.</summary>
public static class ClusterReader
{
    public static string Rbac(string @namespace) => $"""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {"{"} name: firstlook-reader, namespace: {@namespace} {"}"}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {"{"} name: firstlook-reader, namespace: {@namespace} {"}"}
        rules:
          - apiGroups: [""]
            resources: [pods, pods/log, pods/status, services, endpoints, events, configmaps, persistentvolumeclaims, replicationcontrollers]
            verbs: [get, list, watch]
          - apiGroups: [apps, batch, autoscaling, networking.k8s.io, policy, metrics.k8s.io, cert-manager.io]
            resources: ["*"]
            verbs: [get, list, watch]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {"{"} name: firstlook-reader, namespace: {@namespace} {"}"}
        roleRef: {"{"} apiGroup: rbac.authorization.k8s.io, kind: Role, name: firstlook-reader {"}"}
        subjects: [ {"{"} kind: ServiceAccount, name: firstlook-reader, namespace: {@namespace} {"}"} ]

        """;
}
