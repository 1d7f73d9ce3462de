"""What a page hands to assistive technology."""


def status(driver):
    """(how it is announced, its words) from the tree that assistive technology reads."""
    nodes = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    [found] = [node for node in nodes if node.get("role", {}).get("value") == "status"]
    live = {one["name"]: one["value"]["value"] for one in found["properties"]}["live"]
    return live, [by_id[child]["name"]["value"] for child in found["childIds"] if "name" in by_id[child]]
