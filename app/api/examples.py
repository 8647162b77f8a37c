"""The example that the OpenAPI document shows."""

from typing import Any

REQUEST: dict[str, Any] = {
    "listing_id": "sku-1",
    "listing_version": 3,
    "seller": "s-77",
    "markets": ["SA", "US"],
    "source_locale": "zh-CN",
    "target_locale": "en",
    "category": "food.snack",
    "mt_engine": "acme-2026.10",
    "fields": [{"name": "title", "source": "蜂蜜火腿片 200克", "target": "Honey Ham Slices 200 g", "max_length": 200}],
    "images": [{"id": "hero", "labels": [{"name": "wine bottle", "score": 0.93}]}],
}
